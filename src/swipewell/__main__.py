"""`python -m swipewell`: the command line, where its script is not on the path."""

from swipewell.cli import main

if __name__ == "__main__":
    main()
