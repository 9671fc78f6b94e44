"""How hard property tests try: ``HYPOTHESIS_PROFILE`` is ``dev`` (the default), ``ci`` or ``thorough``."""

import os

from hypothesis import HealthCheck, settings

# No deadline: a test machine may stop for seconds, and no test asserts a time.
SLOW = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=SLOW)
settings.register_profile(
    "ci",
    settings.get_profile("ci"),
    max_examples=300,
    deadline=None,
    suppress_health_check=SLOW,
)
settings.register_profile("thorough", max_examples=5000, deadline=None, suppress_health_check=SLOW)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
