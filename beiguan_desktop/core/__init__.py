"""The main job as pure values and functions: no file, no database, no Qt."""
