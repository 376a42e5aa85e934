/** What the queue is asked, as it stands in the address. */
export function filterOf(url: string, page: number) {
  const asked = new URL(url).searchParams;
  const text = (name: string) => (asked.get(name) ?? '').trim().slice(0, 100);
  return { state: text('state'), country: text('country'), officer: text('officer'), q: text('q'), page };
}

type Filter = ReturnType<typeof filterOf>;

/** The same question for another page, or for the spreadsheet. */
export function queryOf({ state, country, officer, q }: Filter, page?: number) {
  const query = new URLSearchParams({ state, country, officer, q, ...(page && { page: String(page) }) });
  return query.toString();
}
