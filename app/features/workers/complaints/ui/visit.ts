type Fields = { visit: string; act: string; section?: string };

/** What stands hidden in each form of a case. */
export const visitFields = ({ visit, act, section }: Fields): [name: string, value: string][] => [
  ['visit', visit],
  ['act', act],
  ...(section ? [['section', section] satisfies [string, string]] : []),
];
