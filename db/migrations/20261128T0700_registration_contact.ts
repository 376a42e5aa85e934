import { sql, type Kysely } from 'kysely';

/** What a recruiter on the register publishes as its own: numbers, a website, pages and a mail address, for anybody to hold a call against. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table registration_contact (
      organisation_id uuid primary key references registration (organisation_id),
      email text check (length(email) between 3 and 254 and email ~ '^[!-~]+@[!-~]+$'),
      revision integer not null default 1 check (revision > 0),
      changed_at timestamptz not null,
      changed_by uuid not null references account (id)
    );

    -- One row a number: a caller is looked for by its last seven digits, however the rest of it was typed.
    create table registration_phone (
      organisation_id uuid not null references registration_contact (organisation_id) on delete cascade,
      phone text not null check (phone ~ '^\\+[1-9][0-9]{6,14}$'),
      position integer not null check (position between 1 and 10),
      primary key (organisation_id, phone),
      unique (organisation_id, position)
    );
    create index registration_phone_tail on registration_phone (right(phone, 7));
    create index partner_phone_tail on partner_phone (right(phone, 7));

    -- The key is the address as it is compared: the same page has one, however it was written.
    create table registration_page (
      organisation_id uuid not null references registration_contact (organisation_id) on delete cascade,
      kind text not null check (kind in ('website', 'social')),
      url text not null check (length(url) <= 300 and url ~ '^https://[!-~]+$'),
      key text not null check (length(key) between 3 and 300 and key ~ '^[a-z0-9-]+(\\.[a-z0-9-]+)+([/?]|$)'),
      position integer not null check (position between 1 and 5 and (kind = 'social' or position = 1)),
      primary key (organisation_id, key),
      unique (organisation_id, kind, position)
    );
    create index registration_page_key on registration_page (key);

    create function require_listed_for_contact() returns trigger language plpgsql as $$
    begin
      perform 1 from registration where organisation_id = new.organisation_id and delisted_on is null for share;
      if not found then
        raise exception 'organisation % is not on the register: it publishes no contacts', new.organisation_id
          using errcode = 'integrity_constraint_violation';
      end if;
      return new;
    end $$;
    create trigger registration_contact_listed before insert or update on registration_contact
      for each row execute function require_listed_for_contact();
    create trigger registration_contact_identity after update on registration_contact for each row
      execute function refuse_rewriting('organisation_id');

    comment on table registration_contact is 'Contacts a recruiter publishes as its own; what they were before stands in the events registration.contacts_changed.';
  `.execute(db);
  for (const table of ['registration_contact', 'registration_phone', 'registration_page'])
    await sql
      .raw(
        `create trigger ${table}_register_told after insert or delete or update on ${table}
           for each statement execute function tell_register_changed();
         create trigger ${table}_register_told_emptied after truncate on ${table}
           for each statement execute function tell_register_changed();`,
      )
      .execute(db);
}
