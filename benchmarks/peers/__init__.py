"""What Tilts is compared with: programs run in an environment of their own, asked over a pipe."""
