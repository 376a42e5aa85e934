/** A file of a company that shows something, as its pages name it. `scan`: what the scanner found, or that none looked. */
export type Paper = {
  id: string;
  title: string;
  filename: string;
  bytes: number;
  scan: 'quarantined' | 'clean' | 'infected' | 'unscanned';
};

/** Why a file cannot be had now, in words; nothing where it can. */
export function whyNotHad(scan: Paper['scan']): string | undefined {
  if (scan === 'quarantined') return 'Being checked for viruses: try again in a few minutes';
  return scan === 'infected' ? 'Refused: a virus was found' : undefined;
}
