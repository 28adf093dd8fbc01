import sys

from mmdesign.cli import main

sys.exit(main())
