"""The example city: registers of 2018 to 2020 as its bodies would keep them, drawn from a seed, without a clock."""

from plumbline.demo.city.city import City, city, whole

__all__ = ["City", "city", "whole"]
