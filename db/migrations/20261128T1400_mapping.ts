import { sql, type Kysely } from 'kysely';

/**
 * Mapping of labour supply chains (domain 3). A company asks who is in its chain; whoever answers owns the answer and
 * decides which buyer sees what of it, and takes that back whenever they wish.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create domain actor_kind as text check (value in ('place', 'introducer', 'sub_agent', 'recruiter', 'clinic', 'trainer',
      'transporter', 'lender', 'destination_agency', 'employer', 'site', 'brand'));
    create domain respondent_role as text check (value in ('brand', 'site', 'recruiter', 'sub_agent'));

    create table mapping_campaign (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      name text not null check (length(btrim(name)) between 1 and 100),
      message text not null default '' check (length(message) <= 2000),
      due_on date not null,
      state text not null default 'draft' check (state in ('draft', 'open', 'closed')),
      made_at timestamptz not null,
      made_by uuid not null references account (id),
      opened_at timestamptz,
      closed_at timestamptz,
      unique (company_id, name),
      unique (id, company_id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      constraint mapping_campaign_times check ((opened_at is null) = (state = 'draft') and (closed_at is null) = (state <> 'closed'))
    );
    create trigger mapping_campaign_step after update on mapping_campaign for each row
      execute function refuse_step('state', 'draft>open', 'open>closed', 'closed>open');
    create trigger mapping_campaign_identity after update on mapping_campaign for each row
      execute function refuse_rewriting('id', 'company_id', 'made_at', 'made_by');
    create trigger mapping_campaign_kept before delete on mapping_campaign for each row when (old.state <> 'draft')
      execute function refuse_change();
    create trigger mapping_campaign_no_truncate before truncate on mapping_campaign execute function refuse_change();

    -- Which version each role is asked in: bound when the campaign opens, and the same for everybody in it.
    create table mapping_campaign_questionnaire (
      campaign_id uuid not null references mapping_campaign (id) on delete cascade,
      role respondent_role not null,
      questionnaire_version_id text not null references questionnaire_version (id),
      primary key (campaign_id, role)
    );
    create trigger mapping_campaign_questionnaire_stands before update on mapping_campaign_questionnaire
      for each row execute function refuse_change();

    -- Who is in a company's chain, as that company may know it. The same firm under another name is merged into one row.
    create table supply_party (
      id uuid primary key default gen_random_uuid(),
      company_id uuid not null,
      company_kind text not null default 'company' check (company_kind = 'company'),
      kind actor_kind not null,
      -- Null: somebody named it, and keeps the name to themselves.
      name text check (length(btrim(name)) between 1 and 200),
      -- What tells one from another: its kind, country and name without spelling.
      identity text not null,
      country text check (country ~ '^[A-Z]{2}$'),
      place text not null default '' check (length(place) <= 200),
      licence text not null default '' check (length(licence) <= 100),
      named_by_company boolean not null,
      -- Who it is on the register, as the company confirmed it, and the standing it last took note of.
      recruiter_id uuid references registration (organisation_id),
      matched_at timestamptz,
      matched_by uuid references account (id),
      standing_seen text,
      merged_into uuid,
      made_at timestamptz not null,
      unique (company_id, identity),
      unique (company_id, id),
      foreign key (company_id, company_kind) references organisation (id, kind),
      foreign key (company_id, merged_into) references supply_party (company_id, id),
      constraint supply_party_matched check ((recruiter_id is null) = (matched_at is null) and (matched_at is null) = (matched_by is null)),
      constraint supply_party_not_itself check (merged_into <> id),
      constraint supply_party_named check (name is not null or not named_by_company)
    );
    create index supply_party_recruiter on supply_party (recruiter_id) where recruiter_id is not null;
    create index supply_party_merged on supply_party (company_id, merged_into) where merged_into is not null;

    -- Whoever reads mail at an address; no account, and nothing but what they answered.
    create table mapping_respondent (
      id uuid primary key default gen_random_uuid(),
      email text not null unique check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
      made_at timestamptz not null
    );

    create table mapping_response (
      id uuid primary key default gen_random_uuid(),
      respondent_id uuid not null references mapping_respondent (id),
      role respondent_role not null,
      questionnaire_version_id text not null references questionnaire_version (id),
      language text not null check (language ~ '^[a-z]{2}$'),
      state text not null default 'draft' check (state in ('draft', 'submitted')),
      begun_at timestamptz not null,
      submitted_at timestamptz,
      -- The one it corrects; what it is shared with follows it.
      corrects uuid unique references mapping_response (id),
      constraint mapping_response_submitted check ((submitted_at is null) = (state = 'draft')),
      unique (id, respondent_id)
    );
    create index mapping_response_respondent on mapping_response (respondent_id, role);
    create trigger mapping_response_step after update on mapping_response for each row
      execute function refuse_step('state', 'draft>submitted');
    create trigger mapping_response_identity after update on mapping_response for each row
      execute function refuse_rewriting('id', 'respondent_id', 'role', 'questionnaire_version_id', 'begun_at', 'corrects');
    create trigger mapping_response_final after update on mapping_response for each row when (old.state = 'submitted')
      execute function refuse_rewriting();
    create trigger mapping_response_kept before delete on mapping_response for each row execute function refuse_change();
    create trigger mapping_response_no_truncate before truncate on mapping_response execute function refuse_change();

    create table mapping_invitation (
      id uuid primary key default gen_random_uuid(),
      campaign_id uuid not null,
      company_id uuid not null,
      party_id uuid not null,
      respondent_id uuid not null references mapping_respondent (id),
      role respondent_role not null,
      -- Whose answer named them, and let them be invited; null: the company itself.
      invited_by uuid references mapping_invitation (id),
      tier integer not null check (tier between 1 and 20),
      language text not null check (language ~ '^[a-z]{2}$'),
      -- SHA-256 of what stands in the link.
      token_digest bytea not null unique check (length(token_digest) = 32),
      state text not null default 'invited' check (state in ('invited', 'opened', 'answered', 'declined', 'closed')),
      response_id uuid,
      due_on date not null,
      invited_at timestamptz not null,
      opened_at timestamptz,
      answered_at timestamptz,
      declined_at timestamptz,
      decline_reason text check (length(decline_reason) <= 1000),
      reminded integer not null default 0,
      unique (campaign_id, party_id),
      unique (id, company_id),
      foreign key (campaign_id, company_id) references mapping_campaign (id, company_id),
      foreign key (company_id, party_id) references supply_party (company_id, id),
      foreign key (response_id, respondent_id) references mapping_response (id, respondent_id),
      constraint mapping_invitation_answered check ((answered_at is null) = (state <> 'answered')
        and (state <> 'answered' or response_id is not null)),
      constraint mapping_invitation_declined check ((declined_at is null) = (state <> 'declined'))
    );
    create index mapping_invitation_respondent on mapping_invitation (respondent_id);
    create index mapping_invitation_by on mapping_invitation (invited_by) where invited_by is not null;
    create index mapping_invitation_due on mapping_invitation (due_on) where state in ('invited', 'opened');
    create index mapping_invitation_response on mapping_invitation (response_id) where response_id is not null;
    create trigger mapping_invitation_step after update on mapping_invitation for each row
      execute function refuse_step('state', 'invited>opened', 'invited>declined', 'invited>closed', 'opened>answered',
        'opened>declined', 'opened>closed', 'declined>opened', 'answered>opened', 'closed>opened', 'closed>invited');
    create trigger mapping_invitation_identity after update on mapping_invitation for each row
      execute function refuse_rewriting('id', 'campaign_id', 'company_id', 'party_id', 'respondent_id', 'role', 'invited_by',
        'tier', 'invited_at');
    create trigger mapping_invitation_no_truncate before truncate on mapping_invitation execute function refuse_change();

    -- A colleague's own link, to some sections of one answer.
    create table mapping_hand (
      id uuid primary key default gen_random_uuid(),
      invitation_id uuid not null references mapping_invitation (id),
      email text not null check (email = lower(email) and email like '%_@_%' and length(email) <= 254),
      sections text[] not null check (cardinality(sections) between 1 and 40),
      token_digest bytea not null unique check (length(token_digest) = 32),
      handed_at timestamptz not null,
      ended_at timestamptz
    );
    create index mapping_hand_invitation on mapping_hand (invitation_id);
    create trigger mapping_hand_identity after update on mapping_hand for each row
      execute function refuse_rewriting('id', 'invitation_id', 'email', 'sections', 'token_digest', 'handed_at');
  `.execute(db);
}
