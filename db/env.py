"""Run migrations on the connection that the program hands over (storage/migrate.py).

No alembic.ini and no fileConfig: the program has its own logging. There is no way back
down: an older state of a library is its backup.
"""

from alembic import context

from beiguan_desktop.storage.schema import METADATA

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=METADATA,
    render_as_batch=True,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
