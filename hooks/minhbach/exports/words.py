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
BODY_KINDS = {
    "parent": mark("the chapter’s parent"),
    "centre": mark("a centre"),
    "hospital": mark("a hospital"),
    "front": mark("the Fatherland Front"),
    "other": mark("another body"),
}
OWNER_KINDS = {"campaign": mark("campaign"), "results": mark("results of a year or event")}
MISSING = {
    "not-yet-published": mark("not yet published"),
    "not-stated": mark("not stated by the source"),
    "not-recorded": mark("not recorded"),
    "unknown": mark("not known"),
}
PRECISIONS = {
    "exact": mark("exact"),
    "rounded": mark("rounded by the source"),
    "more-than": mark("more than"),
    "at-least": mark("at least"),
    "nearly": mark("nearly"),
    "less-than": mark("less than"),
    "at-most": mark("at most"),
    "about": mark("about"),
    "between": mark("between value and high"),
}
INDICATOR_KINDS = {
    "stock": mark("what there is at one time"),
    "flow": mark("what happened within a period"),
    "cumulative": mark("running total since the beginning"),
}
PARTS_BY = {
    "unit": mark("by unit of the organisation"),
    "ward": mark("by ward or commune"),
    "period": mark("by time"),
    "size": mark("by size"),
    "kind": mark("by kind"),
    "age": mark("by age"),
    "sex": mark("by sex"),
    "donor": mark("by who gave"),
    "recipient": mark("by who was helped"),
    "place": mark("by place"),
}
RELATIONS = {"compare": mark("compared with"), "share": mark("share of")}
TARGET_KINDS = {"assigned": mark("assigned"), "own": mark("the organisation’s own")}
RELATION_BASES = {"stated": mark("as the source states it"), "calculated": mark("calculated")}
BASES = {"stated": mark("as the source states it"), "calculated": mark("calculated from result and target")}
SOURCE_KINDS = {
    "article": mark("article of this site"),
    "unpublished": mark("an article of this site, not published yet"),
    "document": mark("document"),
}
DOCUMENT_KINDS = {
    "law": mark("law"),
    "resolution": mark("resolution"),
    "decision": mark("decision"),
    "directive": mark("directive"),
    "plan": mark("plan"),
    "programme": mark("programme of work"),
    "official-letter": mark("official letter"),
    "announcement": mark("announcement"),
    "report": mark("report"),
    "statement": mark("bank statement"),
    "settlement": mark("settlement of accounts"),
    "bulletin": mark("bulletin"),
    "press": mark("article in the press"),
    "minutes": mark("minutes"),
    "list": mark("list"),
    "receipt": mark("receipt"),
    "other": mark("other paper"),
}
CITING_KINDS = {
    "figure": mark("figure"),
    "results": mark("results of a year or event"),
    "campaign": mark("campaign"),
    "legal_basis": mark("campaign, as its legal basis"),
    "statements": mark("campaign, as its bank statement"),
    "reports": mark("campaign, as a report on it"),
    "balance": mark("balance of a fund"),
    "fund": mark("fund"),
    "disclosure": mark("disclosure of a campaign"),
    "acknowledgment": mark("acknowledgment"),
    "recognition": mark("award or rating"),
    "rewritten": mark("article rewritten from it"),
    "article": mark("article that draws on it"),
    "organisation": mark("the organisation"),
}
