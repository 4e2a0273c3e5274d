"""Run a study: python3 go.py study readers|killing|full_disk|opinions|placing [WORDS …]."""

import runpy
import sys

NAMES = ("readers", "killing", "full_disk", "opinions", "placing")


def main(words: list[str]) -> int:
    """Run the study named with the words that follow; 2 for an unknown name."""
    if not words or words[0] not in NAMES:
        sys.stderr.write(f"请写明哪一项：{'、'.join(NAMES)}。\n")
        return 2
    sys.argv = words
    runpy.run_module(f"tests.studies.{words[0]}", run_name="__main__", alter_sys=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
