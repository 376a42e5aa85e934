import { sql, type Kysely } from 'kysely';

/**
 * A company's policies and codes of conduct (domain 3): versions that stand, a walk through the checklist with passages
 * quoted, and which suppliers were sent which version and acknowledged it.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table supply_policy (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      title text not null check (length(btrim(title)) between 3 and 200),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      unique (company_id, title),
      unique (id, company_id),
      foreign key (company_id, company_kind) references organisation (id, kind)
    );
    create trigger supply_policy_stands before update or delete on supply_policy for each row execute function refuse_change();
    create trigger supply_policy_no_truncate before truncate on supply_policy execute function refuse_change();

    create table supply_policy_version (
      policy_id uuid not null,
      company_id uuid not null,
      number integer not null check (number > 0),
      words text not null check (length(btrim(words)) between 100 and 200000),
      added_at timestamptz not null,
      added_by uuid not null references account (id),
      primary key (policy_id, number),
      unique (company_id, policy_id, number),
      foreign key (policy_id, company_id) references supply_policy (id, company_id)
    );
    create trigger supply_policy_version_stands before update or delete on supply_policy_version
      for each row execute function refuse_change();
    create trigger supply_policy_version_no_truncate before truncate on supply_policy_version execute function refuse_change();

    -- The same as a file, as it was signed or printed.
    create table supply_policy_file (
      policy_id uuid not null,
      company_id uuid not null,
      number integer not null,
      paper_id uuid not null,
      primary key (policy_id, number, paper_id),
      foreign key (company_id, policy_id, number) references supply_policy_version (company_id, policy_id, number),
      foreign key (company_id, paper_id) references mapping_paper (company_id, id)
    );
    create trigger supply_policy_file_stands before update or delete on supply_policy_file
      for each row execute function refuse_change();

    -- What somebody found of one question of the checklist: the last one counts, those before stand.
    create table supply_policy_verdict (
      id bigint generated always as identity primary key,
      policy_id uuid not null,
      number integer not null,
      checklist text not null,
      item text not null check (item ~ '^[a-z_]{2,40}$'),
      verdict text not null check (verdict in ('covered', 'partly', 'missing')),
      passage text check (length(btrim(passage)) between 10 and 5000),
      note text check (length(note) <= 2000),
      judged_at timestamptz not null,
      judged_by uuid not null references account (id),
      foreign key (policy_id, number) references supply_policy_version (policy_id, number),
      constraint supply_policy_verdict_quoted check ((passage is null) = (verdict = 'missing'))
    );
    create index supply_policy_verdict_version on supply_policy_verdict (policy_id, number, item, id);
    create trigger supply_policy_verdict_stands before update or delete on supply_policy_verdict
      for each row execute function refuse_change();
    create trigger supply_policy_verdict_no_truncate before truncate on supply_policy_verdict execute function refuse_change();

    create table supply_policy_sending (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      policy_id uuid not null,
      number integer not null,
      party_id uuid not null,
      sent_on date not null,
      due_on date not null,
      how text not null check (length(btrim(how)) between 3 and 500),
      recorded_at timestamptz not null,
      recorded_by uuid not null references account (id),
      acknowledged_on date,
      acknowledged_by text check (length(btrim(acknowledged_by)) between 1 and 200),
      evidence text check (length(btrim(evidence)) between 10 and 2000),
      paper_id uuid,
      unique (policy_id, number, party_id),
      foreign key (company_id, policy_id, number) references supply_policy_version (company_id, policy_id, number),
      foreign key (company_id, party_id) references supply_party (company_id, id),
      foreign key (company_id, paper_id) references mapping_paper (company_id, id),
      constraint supply_policy_sending_days check (due_on >= sent_on and acknowledged_on >= sent_on),
      constraint supply_policy_sending_acknowledged check (num_nonnulls(acknowledged_on, acknowledged_by, evidence) in (0, 3)
        and (paper_id is null or acknowledged_on is not null))
    );
    create index supply_policy_sending_due on supply_policy_sending (company_id, due_on) where acknowledged_on is null;
    create trigger supply_policy_sending_identity after update on supply_policy_sending for each row
      execute function refuse_rewriting('id', 'company_id', 'policy_id', 'number', 'party_id', 'sent_on', 'due_on', 'how',
        'recorded_at', 'recorded_by');
    create trigger supply_policy_sending_final after update on supply_policy_sending for each row
      when (old.acknowledged_on is not null) execute function refuse_rewriting();
    create trigger supply_policy_sending_kept before delete on supply_policy_sending for each row execute function refuse_change();
    create trigger supply_policy_sending_no_truncate before truncate on supply_policy_sending execute function refuse_change();
  `.execute(db);
}
