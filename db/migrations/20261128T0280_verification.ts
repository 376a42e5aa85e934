import { sql, type Kysely } from 'kysely';

/**
 * Checks of lists against the register and the receipts they leave: what was asked, what was answered and as known
 * when, for years. Of a visitor's check nothing says who asked.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table verification (
      id uuid primary key,
      organisation_id uuid references organisation (id),
      asked_by uuid references account (id),
      channel text not null check (channel in ('api', 'list')),
      title text check (length(title) between 1 and 200),
      checked_at timestamptz not null,
      matched integer not null check (matched >= 0),
      ambiguous integer not null check (ambiguous >= 0),
      unmatched integer not null check (unmatched >= 0),
      -- A credential in its JOSE envelope: three parts in base64url.
      receipt text not null check (receipt ~ '^[A-Za-z0-9_-]+[.][A-Za-z0-9_-]+[.][A-Za-z0-9_-]+$'),
      constraint verification_asker check (num_nonnulls(organisation_id, asked_by) in (0, 2)),
      constraint verification_list_is_owned check (channel = 'api' or organisation_id is not null),
      constraint verification_items check (matched + ambiguous + unmatched between 1 and 10000)
    );
    create index verification_organisation on verification (organisation_id, checked_at desc, id);

    -- "json" and not "jsonb": what was answered is answered again to the letter.
    create table verification_line (
      verification_id uuid not null references verification (id),
      position integer not null check (position between 1 and 10000),
      asked json not null,
      outcome text not null check (outcome in ('match', 'ambiguous', 'no_match')),
      answered json not null,
      primary key (verification_id, position)
    );
    create index verification_line_outcome on verification_line (verification_id, outcome, position);

    -- Which answer belongs to an Idempotency-Key of a company.
    create table verification_request (
      organisation_id uuid not null references organisation (id),
      idempotency_key text not null check (length(idempotency_key) between 1 and 255),
      body_hash text not null,
      verification_id uuid not null references verification (id),
      primary key (organisation_id, idempotency_key)
    );

    create trigger verification_append_only before update or delete on verification
      for each row execute function refuse_change();
    create trigger verification_no_truncate before truncate on verification execute function refuse_change();
    create trigger verification_line_append_only before update or delete on verification_line
      for each row execute function refuse_change();
    create trigger verification_line_no_truncate before truncate on verification_line execute function refuse_change();
    create trigger verification_request_append_only before update on verification_request
      for each row execute function refuse_change();
  `.execute(db);
}
