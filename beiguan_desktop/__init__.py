"""北关审议: deputies read the Government Work Report and write their opinions on it."""

__version__ = "0.1.0"
