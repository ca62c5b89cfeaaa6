"""What a document says about itself: title, number, issuer, date of issue, period, region, draft status."""
