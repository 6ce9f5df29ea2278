-- Ways in which a table is asked that no index served: the test of statements found them.

-- The page of a person's ways to sign in names the provider that each of their accounts is with.
CREATE INDEX sign_on_providers_by_account ON sign_on_providers (('oidc:' || issuer));
-- Proofs that have run out are cleared away whenever one is asked for, and a person's own with their account.
CREATE INDEX verifications_by_end ON verifications (expires_at);
CREATE INDEX verifications_by_value ON verifications (value);
