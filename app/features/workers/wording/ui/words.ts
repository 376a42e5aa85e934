import type { Basis, ShownState, State } from '../model.ts';

export const stateNames: Record<State, string> = {
  approved: 'Approved',
  unreviewed: 'Unreviewed',
  lapsed: 'Changed since it was approved',
  missing: 'Missing',
};

export const shownNames: Record<ShownState, string> = {
  ...stateNames,
  waiting: 'Everything that waits',
  all: 'Everything',
};

export const basisNames: Record<Basis, string> = {
  own_language: 'My own: I am at home in this language',
  native_reader: 'That of somebody whose language it is, who read these texts and told me they are right',
};

const texts: Record<string, string> = {
  changed_meanwhile:
    'One of these texts changed meanwhile. Nothing was stored. Below is what stands there now: read it and send once more.',
  nothing_changes: 'All of this was said already. Below is what stands there now.',
};

export const refusalText = (refusal: string) =>
  texts[refusal] ?? 'This cannot be done now. Open the page again and look at what stands there.';
