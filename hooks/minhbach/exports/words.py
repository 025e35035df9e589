"""What the fixed values of tables are called: messages of the catalogue, by value."""

from __future__ import annotations

from minhbach.language import mark

GIFT_KINDS = {
    "gift": mark("gift"),
    "collection": mark("collection, givers not listed one by one"),
    "refund": mark("refund to the giver"),
    "correction": mark("correction"),
}
EXPENSE_KINDS = {
    "expense": mark("expense"),
    "transfer": mark("transfer between funds"),
    "refund": mark("refund of an expense"),
    "correction": mark("correction"),
}
PLEDGE_KINDS = {"pledge": mark("pledge"), "cancellation": mark("cancellation")}
DELIVERY_KINDS = {"delivery": mark("delivery"), "correction": mark("correction")}
LISTINGS = {
    "named": mark("named"),
    "anonymous": mark("without a name"),
    "not-itemised": mark("not itemised"),
}
DONOR_KINDS = {
    "person": mark("person"),
    "organisation": mark("organisation or enterprise"),
    "ward": mark("ward"),
    "group": mark("group"),
}
ACKNOWLEDGMENT_KINDS = {
    "gift": mark("given"),
    "pledge": mark("registered"),
    "recognition": mark("recognised"),
}
UNIT_KINDS = {"ward": mark("ward"), "branch": mark("branch"), "club": mark("club")}
OWNER_KINDS = {"campaign": mark("campaign"), "results": mark("results of a year or event")}
NOT_YET = {"not-yet-published": mark("not yet published")}
NOT_STATED = {"not-stated": mark("not stated by the source")}
PRECISIONS = {
    "exact": mark("exact"),
    "rounded": mark("rounded by the source"),
    "above": mark("more than"),
    "below": mark("less than"),
    "about": mark("about"),
}
BASES = {"stated": mark("as the source states it"), "calculated": mark("calculated from result and target")}
SOURCE_KINDS = {
    "article": mark("article of this site"),
    "unpublished": mark("an article of this site, not published yet"),
    "document": mark("document"),
}
