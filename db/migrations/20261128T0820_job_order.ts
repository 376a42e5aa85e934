import { sql, type Kysely } from 'kysely';

/** Job orders a recruiter publishes, for a worker to hold an offer against (domain 3.2, 5.1); none of them can hold a cost to the worker. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create sequence job_order_number;
    create function next_job_order_number() returns text language sql as $$
      select 'JOB-' || lpad(n, greatest(6, length(n)), '0') from (select nextval('job_order_number')::text) as drawn (n)
    $$;

    create table job_order (
      id uuid primary key default gen_random_uuid(),
      number text not null unique default next_job_order_number() check (number ~ '^JOB-[0-9]{6,12}$'),
      organisation_id uuid not null references registration (organisation_id),
      employer text not null check (length(btrim(employer)) between 2 and 200),
      employer_local text check (length(btrim(employer_local)) between 1 and 200),
      occupation text not null check (length(btrim(occupation)) between 2 and 120),
      origin text not null check (origin ~ '^[A-Z]{2}$'),
      country text not null check (country ~ '^[A-Z]{2}$'),
      city text not null check (length(btrim(city)) between 1 and 120),
      positions integer not null check (positions between 1 and 100000),
      wage_minor bigint not null check (wage_minor between 1 and 1000000000000000),
      currency text not null check (currency ~ '^[A-Z]{3}$'),
      wage_period text not null check (wage_period in ('hour', 'day', 'week', 'month')),
      weekly_hours integer not null check (weekly_hours between 1 and 84),
      contract_months integer not null check (contract_months between 1 and 120),
      starts_from date not null,
      starts_until date not null,
      lodging text not null check (lodging in ('free', 'deducted', 'own')),
      lodging_minor bigint check (lodging_minor between 1 and 1000000000000000),
      food text not null check (food in ('free', 'deducted', 'own')),
      food_minor bigint check (food_minor between 1 and 1000000000000000),
      -- What a worker pays, by each category there is: a promise in one value, which no other value is.
      costs_to_worker jsonb not null constraint job_order_costs_nothing check (costs_to_worker = '{
        "FEE_SERVICE": 0, "FEE_THIRD_PARTY": 0, "FEE_DIRECT": 0, "FEE_RECOVERY": 0,
        "COST_MEDICAL": 0, "COST_INSURANCE": 0, "COST_SKILL_TEST": 0, "COST_TRAINING": 0, "COST_EQUIPMENT": 0,
        "COST_TRAVEL_LODGING": 0, "COST_ADMIN": 0,
        "ILLICIT_BRIBE": 0, "ILLICIT_KICKBACK": 0, "ILLICIT_EXTORTION_TRIBUTE": 0, "ILLICIT_BOND": 0,
        "ILLICIT_COST_RECOVERY": 0, "ILLICIT_COLLATERAL": 0, "ILLICIT_INFLATED": 0}'::jsonb),
      published_at timestamptz not null,
      published_by uuid not null references account (id),
      closes_on date not null,
      withdrawn_at timestamptz,
      withdrawn_by uuid references account (id),
      withdrawn_as text check (withdrawn_as in ('recruiter', 'officer')),
      withdrawn_because text,
      withdrawal_note text check (length(btrim(withdrawal_note)) between 1 and 2000),
      constraint job_order_abroad check (origin <> country),
      constraint job_order_days check (starts_until >= starts_from
        and closes_on between (published_at at time zone 'UTC')::date and (published_at at time zone 'UTC')::date + 366),
      constraint job_order_deducted check ((lodging = 'deducted') = (lodging_minor is not null)
        and (food = 'deducted') = (food_minor is not null)),
      constraint job_order_withdrawal check (num_nonnulls(withdrawn_at, withdrawn_by, withdrawn_as, withdrawn_because) in (0, 4)
        and (withdrawn_at is not null or withdrawal_note is null) and withdrawn_at >= published_at
        and (withdrawn_as is distinct from 'officer' or withdrawal_note is not null)
        and case withdrawn_as
          when 'recruiter' then withdrawn_because in ('filled', 'employer_cancelled', 'terms_changed', 'mistake')
          when 'officer' then withdrawn_because in ('workers_charged', 'employer_denies', 'terms_differ', 'not_approved', 'harm_feared')
          else true end)
    );
    create index job_order_organisation on job_order (organisation_id, published_at);
    create index job_order_published on job_order (published_at);

    comment on table job_order is 'Published job orders. Whether one is open is never stored: its days, its withdrawal and the certificate of its recruiter say so.';

    -- A certificate that counts on a day, and covers the way from one country to the other where it names any.
    create function may_recruit(recruiter uuid, corridor text, on_day date) returns boolean language sql stable as $$
      select exists (select 1 from registration r join certificate c on c.organisation_id = r.organisation_id
        where r.organisation_id = recruiter and r.delisted_on is null
          and c.status in ('active', 'active_under_watch') and c.valid_until >= on_day
          and (cardinality(c.corridors) = 0 or corridor = any (c.corridors)))
    $$;

    create function require_publisher_of_job_order() returns trigger language plpgsql as $$
    begin
      perform 1 from registration where organisation_id = new.organisation_id for share;
      perform 1 from certificate where organisation_id = new.organisation_id for share;
      if not may_recruit(new.organisation_id, new.origin || '-' || new.country, (new.published_at at time zone 'UTC')::date) then
        raise exception 'organisation % has no certificate in force for this way: it publishes no job orders', new.organisation_id
          using errcode = 'integrity_constraint_violation';
      end if;
      if new.withdrawn_at is not null or not exists (select 1 from membership where account_id = new.published_by
          and organisation_id = new.organisation_id and role = 'recruiter') then
        raise exception 'a job order is published by the recruiter' using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger job_order_publisher before insert on job_order for each row execute function require_publisher_of_job_order();

    create function require_withdrawal_of_job_order() returns trigger language plpgsql as $$
    begin
      if not exists (select 1 from membership where account_id = new.withdrawn_by and role = new.withdrawn_as
          and (role = 'officer' or organisation_id = new.organisation_id))
        or (new.withdrawn_as = 'officer'
          and has_tie(new.withdrawn_by, new.organisation_id, (new.withdrawn_at at time zone 'UTC')::date)) then
        raise exception 'a job order is withdrawn by its recruiter, or by an officer without a tie to it'
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger job_order_withdrawer before update on job_order for each row
      when (new.withdrawn_at is not null and old.withdrawn_at is null) execute function require_withdrawal_of_job_order();

    -- What was published stands: another wage is another job order.
    create trigger job_order_published_stands after update on job_order for each row execute function refuse_rewriting('id', 'number',
      'organisation_id', 'employer', 'employer_local', 'occupation', 'origin', 'country', 'city', 'positions', 'wage_minor',
      'currency', 'wage_period', 'weekly_hours', 'contract_months', 'starts_from', 'starts_until', 'lodging', 'lodging_minor',
      'food', 'food_minor', 'costs_to_worker', 'published_at', 'published_by', 'closes_on');
    create trigger job_order_withdrawn_stands after update on job_order for each row when (old.withdrawn_at is not null)
      execute function refuse_rewriting();
    create trigger job_order_kept before delete on job_order for each row execute function refuse_change();
    create trigger job_order_no_truncate before truncate on job_order execute function refuse_change();

    create trigger job_order_register_told after insert or delete or update on job_order
      for each statement execute function tell_register_changed();
  `.execute(db);
}
