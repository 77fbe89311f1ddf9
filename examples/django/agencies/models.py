"""The office's own table, and the one partnerkit keeps its entries in."""

from django.db import models


class Agency(models.Model):
    """What this office knows of an agency beside what partnerkit does."""

    partner = models.UUIDField(primary_key=True)
    visits = models.PositiveIntegerField(default=0)
    approved_by = models.CharField(max_length=100, blank=True)


class PartnerkitEntry(models.Model):
    """Bytes by bytes; only partnerkit knows what they mean. SQLite and PostgreSQL compare them byte by byte."""

    key = models.BinaryField(primary_key=True)
    value = models.BinaryField()
