import { sql, type Kysely } from 'kysely';

/** Answers given by section go into one row a question, under the names the first questionnaire gives them. */
export async function up(db: Kysely<unknown>) {
  await sql`
    alter table application_answer disable trigger application_answer_open;

    create temporary table renamed (section text, was text, question text) on commit drop;
    insert into renamed values
      ('agency', 'legalName', 'legal_name'), ('agency', 'legalNameLocal', 'legal_name_local'),
      ('agency', 'tradingNames', 'trading_names'), ('agency', 'companyNumber', 'company_number'),
      ('agency', 'address', 'address'), ('agency', 'country', 'country'), ('agency', 'website', 'website'),
      ('agency', 'contactName', 'contact_name'), ('agency', 'contactPhone', 'contact_phone'),
      ('corridors', 'sectors', 'scope_sectors'), ('corridors', 'offices', 'scope_offices'),
      ('agents', 'usesAgents', 'uses_agents'),
      ('declarations', 'truth', 'declared_truth'), ('declarations', 'noFees', 'declared_no_fees'),
      ('declarations', 'auditConsent', 'declared_audit_consent'), ('declarations', 'contactConsent', 'declared_contact_consent'),
      ('declarations', 'publication', 'declared_publication'), ('declarations', 'conflicts', 'declared_conflicts'),
      ('declarations', 'dataProtection', 'declared_data_protection'),
      ('declarations', 'signedBy', 'signed_by'), ('declarations', 'position', 'signed_position');

    insert into application_answer (application_id, question, value, revision, saved_at, saved_by)
      select a.application_id, r.question,
        case when r.question = 'uses_agents' then to_jsonb(case when a.answers -> r.was = 'true' then 'yes' else 'no' end)
          else a.answers -> r.was end,
        1, a.saved_at, a.saved_by
      from application_section_answer a join renamed r on r.section = a.section
      where a.answers ? r.was and a.answers -> r.was <> 'null';

    insert into application_answer (application_id, question, value, revision, saved_at, saved_by)
      select a.application_id, 'licences', (
          select jsonb_agg(jsonb_build_object('licence_authority', l ->> 'authority', 'licence_country', l ->> 'jurisdiction',
            'licence_number', l ->> 'number', 'licence_valid_until', l ->> 'validUntil'))
          from jsonb_array_elements(a.answers -> 'licences') l),
        1, a.saved_at, a.saved_by
      from application_section_answer a where a.section = 'licences' and jsonb_array_length(a.answers -> 'licences') > 0;

    insert into application_answer (application_id, question, value, revision, saved_at, saved_by)
      select a.application_id, 'scope_corridors', (
          select jsonb_agg(jsonb_build_object('scope_origin', c ->> 'origin', 'scope_destination', c ->> 'destination'))
          from jsonb_array_elements(a.answers -> 'corridors') c),
        1, a.saved_at, a.saved_by
      from application_section_answer a where a.section = 'corridors' and jsonb_array_length(a.answers -> 'corridors') > 0;

    insert into application_answer (application_id, question, value, revision, saved_at, saved_by)
      select a.application_id, 'volumes', (
          select jsonb_agg(jsonb_build_object('volume_origin', left(v ->> 'corridor', 2), 'volume_destination', right(v ->> 'corridor', 2),
            'women_12', v -> 'women', 'men_12', v -> 'men'))
          from jsonb_array_elements(a.answers -> 'volumes') v),
        1, a.saved_at, a.saved_by
      from application_section_answer a where a.section = 'volumes' and jsonb_array_length(a.answers -> 'volumes') > 0;

    alter table application_answer enable trigger application_answer_open;
  `.execute(db);
}
