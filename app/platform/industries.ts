/** ISIC Rev. 4 sections, in our own short words. */
export const sectors = {
  A: 'Farming, forestry and fishing',
  B: 'Mining and quarrying',
  C: 'Factories and manufacturing',
  D: 'Electricity and gas',
  E: 'Water, sewage and waste',
  F: 'Construction',
  G: 'Shops and vehicle repair',
  H: 'Transport and storage',
  I: 'Hotels and restaurants',
  J: 'Information and communication',
  K: 'Finance and insurance',
  L: 'Real estate',
  M: 'Professional and technical work',
  N: 'Cleaning, security and support services',
  O: 'Public administration',
  P: 'Education',
  Q: 'Health and care',
  R: 'Arts and recreation',
  S: 'Other services',
  T: 'Domestic work',
  U: 'International organisations',
} as const;

export type SectorCode = keyof typeof sectors;

export const isSector = (code: string): code is SectorCode => Object.hasOwn(sectors, code);
export const sectorName = (code: string) => (isSector(code) ? sectors[code] : code);
