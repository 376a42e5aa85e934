import { sql, type Kysely } from 'kysely';

/** What the clock told of a condition of a grant, once each: that its day comes, and that it passed. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create table decision_condition_notice (
      condition_id uuid not null references decision_condition (id),
      step text not null check (step in ('soon', 'overdue')),
      told_at timestamptz not null,
      primary key (condition_id, step)
    );
    create trigger decision_condition_notice_append_only before update or delete on decision_condition_notice
      for each row execute function refuse_change();
    create trigger decision_condition_notice_no_truncate before truncate on decision_condition_notice execute function refuse_change();
  `.execute(db);
}
