import { sql, type Kysely } from 'kysely';

import type { Database } from '#db/client.server.ts';

/** As many addresses as the protocol lets a file hold. */
export const perSitemap = 50_000;
const perQuery = 5000;

/** The first number of each file. Counted along the index of numbers, which the builder has no window for. */
export async function listSitemaps(db: Kysely<Database>, most = perSitemap) {
  const { rows } = await sql<{ number: string }>`
    select number from (select number, row_number() over (order by number) as place from registration) as placed
    where (place - 1) % ${most} = 0 order by number limit 50000`.execute(db);
  return rows.map(({ number }) => number);
}

/** The numbers of one file from its first on, in batches, so that a million are never held at once. */
export async function* numbersFrom(db: Kysely<Database>, first: string, most = perSitemap) {
  let [from, left, comparison]: [string, number, '>=' | '>'] = [first, most, '>='];
  while (left > 0) {
    const rows = await db
      .selectFrom('registration')
      .select(['number', 'delisted_on as delistedOn'])
      .where('number', comparison, from)
      .orderBy('number')
      .limit(Math.min(left, perQuery))
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    yield rows.filter(({ delistedOn }) => delistedOn === null).map(({ number }) => number);
    [from, left, comparison] = [last.number, left - rows.length, '>'];
  }
}

const head = '<?xml version="1.0" encoding="UTF-8"?>\n';
const namespace = 'xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"';

export const sitemapIndex = (origin: string, firsts: readonly string[]) =>
  `${head}<sitemapindex ${namespace}>\n${firsts
    .map((first) => `<sitemap><loc>${origin}/sitemaps/${first}.xml</loc></sitemap>\n`)
    .join('')}</sitemapindex>\n`;

/** One file, as it is read: whoever stops reading stops the questions to the database. */
export function sitemapOf(origin: string, batches: AsyncGenerator<string[], void>) {
  const text = new TextEncoder();
  return new ReadableStream<Uint8Array>({
    start: (controller) => controller.enqueue(text.encode(`${head}<urlset ${namespace}>\n`)),
    async pull(controller) {
      const batch = await batches.next();
      if (batch.done === true) {
        controller.enqueue(text.encode('</urlset>\n'));
        controller.close();
        return;
      }
      const lines = batch.value.map((number) => `<url><loc>${origin}/register/${number}</loc></url>\n`);
      controller.enqueue(text.encode(lines.join('')));
    },
    async cancel() {
      await batches.return(undefined);
    },
  });
}
