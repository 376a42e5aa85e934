import { sql, type Kysely } from 'kysely';

/** What ties the officer is looked up once for a draw, and its candidates are joined to it, not asked one by one. */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function require_standing_candidates() returns trigger language plpgsql as $$
    declare drawn audit_draw;
    begin
      for drawn in select * from audit_draw where id in (select draw_id from added) loop
        if exists (select certificate_id from added where draw_id = drawn.id
            except select certificate_id from drawables(drawn.drawn_on)) then
          raise exception 'only what stands on its day, and is not drawn already, is in a draw'
            using errcode = 'integrity_constraint_violation';
        end if;
        if exists (select 1 from ties_of(drawn.drawn_by, drawn.drawn_on) client join certificate c on c.organisation_id = client
            join audit_draw_candidate k on k.certificate_id = c.id and k.draw_id = drawn.id) then
          raise exception 'nobody draws who has a tie to a candidate' using errcode = 'integrity_constraint_violation';
        end if;
        if drawn.candidates < (select count(*) from audit_draw_candidate where draw_id = drawn.id) then
          raise exception 'a draw has the candidates it began with' using errcode = 'integrity_constraint_violation';
        end if;
      end loop;
      if exists (select 1 from added k join audit_programme p on p.certificate_id = k.certificate_id
          where k.tickets <> case p.risk when 'high' then 3 when 'medium' then 2 else 1 end) then
        raise exception 'a candidate has the tickets of its risk' using errcode = 'integrity_constraint_violation';
      end if;
      return null;
    end $$;
  `.execute(db);
}
