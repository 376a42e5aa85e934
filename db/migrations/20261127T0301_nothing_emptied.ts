import { sql, type Kysely } from 'kysely';

/** Tables whose rows are kept one by one are not emptied at a stroke either; nor those that say who had a part in what. */
export async function up(db: Kysely<unknown>) {
  await sql`
    do $$ declare kept text; begin
      for kept in select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relkind = 'r'
          and (exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 8 = 8)
            or c.relname in ('audit_team_member', 'conflict_declaration', 'finding_evidence', 'corrective_action_plan',
              'decision_condition', 'advice', 'membership', 'application_checklist', 'application_appeal'))
          and not exists (select 1 from pg_trigger t where t.tgrelid = c.oid and not t.tgisinternal and t.tgtype & 32 = 32)
        order by c.relname
      loop
        execute format('create trigger %I before truncate on %I execute function refuse_change()', kept || '_no_truncate', kept);
      end loop;
    end $$;
  `.execute(db);
}
