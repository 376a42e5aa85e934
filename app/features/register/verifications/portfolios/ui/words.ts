import { standingNames, standings } from '../../../../certificates/model.ts';

export const standingOptions = standings.map((value) => ({ value, label: standingNames[value] }));

/** The standing in an address; none for anything else. */
export const standingAsked = (query: URLSearchParams) =>
  standings.find((standing) => standing === query.get('standing'));
