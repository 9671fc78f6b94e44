"""Many pages: sources, batches, the guard, engines."""
