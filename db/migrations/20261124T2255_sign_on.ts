import { sql, type Kysely } from 'kysely';

/** A sign-on may also confirm who somebody signed in is; an officer says what was checked before a domain counts. */
export async function up(db: Kysely<unknown>) {
  await sql`
    -- Set when somebody signed in says once more who they are: nobody else may come back from the provider.
    alter table single_sign_on_state add column account_id uuid references account (id);
    create index single_sign_on_state_account on single_sign_on_state (account_id);

    alter table mail_domain add column officer_note text;
    alter table mail_domain add constraint mail_domain_officer_says_why check
      ((officer_id is not null) = (officer_note is not null) and (officer_note is null or length(btrim(officer_note)) >= 20));
    create trigger mail_domain_identity after update on mail_domain for each row
      execute function refuse_rewriting('organisation_id', 'domain', 'token', 'claimed_at', 'claimed_by');
    create trigger mail_domain_proven_is_final after update on mail_domain for each row when (old.proven_at is not null)
      execute function refuse_rewriting();
  `.execute(db);
}
