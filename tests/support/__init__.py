"""Helpers of the tests: samples, hosts of screens, strategies and programs that tests start."""
