"""Run what is named, or all: go.py bench [start] [library] [find] [reading] [outline] [placing]."""

import importlib
import sys

NAMES = ("start", "library", "find", "reading", "outline", "placing")


def main(words: list[str]) -> int:
    """Run them in turn; 1 where one of them is beyond its bound, 2 for an unknown name."""
    unknown = [word for word in words if word not in NAMES]
    if unknown:
        sys.stderr.write(f"没有“{unknown[0]}”这项测量，有：{'、'.join(NAMES)}。\n")
        return 2
    results = []
    for name in words or NAMES:
        sys.stdout.write(f"== {name}\n")
        results.append(importlib.import_module(f"tests.benchmarks.bench_{name}").main())
    return int(not all(results))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
