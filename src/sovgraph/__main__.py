import sys

from sovgraph.cli import main

sys.exit(main())
