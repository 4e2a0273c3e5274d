"""Hours and days are those of the place where the user sits, near midnight, too."""

import time
from datetime import UTC, datetime, timedelta

import pytest

from beiguan_desktop.services import clock
from beiguan_desktop.ui.labels import clock_words

pytestmark = pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone is the system's")


@pytest.fixture
def in_zone(monkeypatch):
    """Return what moves this machine to another time zone, until the test is over."""

    def move(zone: str) -> None:
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield move
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [
        ("2026-02-26T15:59:00+00:00", "2月26日 23:59"),
        ("2026-02-26T16:00:00+00:00", "2月27日 00:00"),
        ("2026-02-27T00:00:00+08:00", "2月27日 00:00"),
        ("2026-02-26T11:30:00-05:00", "2月27日 00:30"),
        ("2026-02-27T00:30:00", "2月27日 00:30"),
    ],
)
def test_a_stored_time_is_told_by_the_clock_in_anyang(in_zone, stamp, shown):
    in_zone("<+08>-8")
    assert clock.here(stamp).utcoffset() == timedelta(hours=8)
    assert clock_words(stamp) == shown


@pytest.mark.parametrize("minutes", [-20, 20])
def test_today_begins_at_midnight_here_and_not_in_greenwich(in_zone, minutes):
    now = datetime.now(UTC)
    ahead = (24 * 60 + minutes - (now.hour * 60 + now.minute)) % (24 * 60)
    in_zone(f"<here>-{ahead // 60}:{ahead % 60:02d}")  # just before, or just after midnight
    local = now + timedelta(minutes=ahead)
    assert clock.today() == local.date()
    assert clock.now().startswith(local.date().isoformat())
    assert clock_words(now.isoformat()) == f"{local:%H:%M}"
    earlier = now - timedelta(hours=1)
    there = local - timedelta(hours=1)
    is_today = there.date() == local.date()
    day = "" if is_today else f"{there.month}月{there.day}日 "
    assert clock_words(earlier.isoformat()) == f"{day}{there:%H:%M}"
