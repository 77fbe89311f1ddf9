"""What the office does. Every rule is partnerkit's; every "no" comes with its sentences."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import wraps
from uuid import UUID

import partnerkit as pk
from django.db import transaction
from django.http import HttpRequest, JsonResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from .models import Agency
from .store import system

STATUS_CODES = {
    pk.ErrorCategory.INVALID_INPUT: 422,
    pk.ErrorCategory.REJECTED: 409,
    pk.ErrorCategory.CONFLICT: 409,
    pk.ErrorCategory.NOT_FOUND: 404,
}

View = Callable[..., JsonResponse]


def explaining(view: View) -> View:
    """Answers a "no" of partnerkit with its sentences. Nothing of what the view wrote is kept then."""

    @csrf_exempt
    @require_POST
    @wraps(view)
    def answer(request: HttpRequest, **names: object) -> JsonResponse:
        try:
            with transaction.atomic():
                return view(request, **names)
        except pk.PartnerkitError as refused:
            language = request.headers.get("Accept-Language", "en")[:2]
            why = [{"code": reason.code, "why": reason.sentence(language)} for reason in refused.reasons]
            return JsonResponse({"no": why}, status=STATUS_CODES.get(refused.category, 500))

    return answer


def office() -> pk.Bank:
    """The one bank of this office."""
    partnerkit = system()
    [row] = partnerkit.banks()
    return partnerkit.bank(row.id)


def staff(bank: pk.Bank, request: HttpRequest) -> pk.BankStaff:
    """Whoever the host has authenticated; here, whom a header names."""
    return bank.staff(pk.person_id(request.headers["X-Staff"]))


@explaining
def import_list(request: HttpRequest) -> JsonResponse:
    """Imports the list of all partners, and makes a row of our own for each."""
    bank = office()
    done = bank.import_partners(request.body, by=staff(bank, request))
    partners = bank.partners(limit=1000).partners
    Agency.objects.bulk_create(Agency(partner=partner.id) for partner in partners)
    return JsonResponse({"partners": done.receipt.partners})


@explaining
def approve(request: HttpRequest, partner: UUID) -> JsonResponse:
    """Approves a partner, and notes who did."""
    Agency.objects.filter(partner=partner).update(approved_by=request.headers["X-Staff"])
    bank = office()
    bank.approve(pk.PartnerId(partner), by=staff(bank, request))
    return JsonResponse({"approved": str(partner)})


@explaining
def submit_request(request: HttpRequest, partner: UUID) -> JsonResponse:
    """Files a request for a partner."""
    bank = office()
    lines = [pk.NewRequestLine(item=pk.ItemId(UUID(item)), quantity=n) for item, n in json.loads(request.body).items()]
    kind = pk.RequestKind.QUANTITY
    done = bank.submit_request(pk.PartnerId(partner), kind, lines, by=staff(bank, request))
    return JsonResponse({"request": done.to_wire()["created"]["request"]})
