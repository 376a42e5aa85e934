import { sql, type Kysely } from 'kysely';

/**
 * The words a word may have been meant for, with the mistakes between two words counted once: written into each place that
 * spoke of their number, they were counted up to four times. Over a million names 0.9 ms of a question where it was 1.2.
 */
export async function up(db: Kysely<unknown>) {
  await sql`
    create or replace function words_near(asked text[], skeletons text[], keys text[], key_of integer[], unsure integer[], unknown integer[],
      alternatives integer)
    returns table (place integer, id integer, names integer, likeness real) language sql stable as $$
      select place, id, names, likeness::real from (
        select place, id, names, likeness, row_number() over (partition by place order by likeness desc, names desc, id) as rank from (
          select place, id, names, greatest(letters,
            case when skeleton = bones and length(bones) > 1 then 0.56::real + 0.04::real * least(length(bones), 5) + 0.15::real * letters
              when length(bones) > 3 and length(skeleton) > 3 and levenshtein_less_equal(skeleton, bones, 1) = 1
              then 0.55::real + 0.1::real * letters else 0 end) as likeness
          from (
            -- Fenced: mistakes are counted once a word, and not wherever their number is spoken of.
            select f.place, w.id, w.names, w.skeleton, skeletons[f.place] as bones,
              1 - levenshtein(asked[f.place], w.word)::real / greatest(length(asked[f.place]), length(w.word)) as letters
            from (select distinct k.place, wk.word_id
              from unnest(keys, key_of) as k(key, place) join register_word_key wk on wk.key = k.key
              where k.place = any (unsure)) f
            join register_word w on w.id = f.word_id
            offset 0) compared
          union all
          select a.place, b.id, b.names, 0.6::real + 0.35::real * length(a.word) / length(b.word)
          from unnest(asked) with ordinality as a(word, place)
          cross join lateral (select w.id, w.word, w.names from register_word w
            where w.word ~>=~ a.word and w.word ~<~ (a.word || '~') and w.word <> a.word limit 100) b
          where length(a.word) >= 3 and a.place = any (unknown)) near
        where likeness >= 0.58::real) ranked
      where rank <= alternatives
    $$;
  `.execute(db);
}
