/** Where each of those who decide finds licences: one page, two addresses. */
const places = { officer: '/scheme/licences', authority: '/authority/licences' } as const;
type Decider = { kind: keyof typeof places };

export const placeOf = ({ kind }: Decider) => places[kind];

/** An officer has no business under the authority's address, nor the other way round. */
export const isAtPlace = (actor: Decider, url: string) => new URL(url).pathname.startsWith(placeOf(actor));
