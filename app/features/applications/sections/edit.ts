import type { AgencyForm, AgentsForm, CorridorsForm, DeclarationsForm, LicencesForm } from '../forms.ts';
import { declarationCodes } from '../model.ts';

/** Saved answers as their forms show them again. What is saved came through those forms; here it is only unpacked. */
type Saved = Record<string, unknown> | undefined;

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const list = (value: unknown) => (Array.isArray(value) ? value.map(row) : []);
const row = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? { ...value } : {};
const lines = (value: unknown) => (Array.isArray(value) ? value.map(text).join('\n') : '');

export const agencyToEdit = (saved: Saved): Partial<AgencyForm> | undefined =>
  saved && {
    legalName: text(saved['legalName']),
    legalNameLocal: text(saved['legalNameLocal']),
    tradingNames: lines(saved['tradingNames']),
    companyNumber: text(saved['companyNumber']),
    address: text(saved['address']),
    country: text(saved['country']),
    website: text(saved['website']),
    contactName: text(saved['contactName']),
    contactPhone: text(saved['contactPhone']),
  };

/** A new list opens with one empty row. */
export const licencesToEdit = (saved: Saved): Partial<LicencesForm> => ({
  licences: (saved ? list(saved['licences']) : [row(undefined)]).map((licence) => ({
    authority: text(licence['authority']),
    jurisdiction: text(licence['jurisdiction']),
    number: text(licence['number']),
    validUntil: text(licence['validUntil']),
  })),
});

export const corridorsToEdit = (saved: Saved): Partial<CorridorsForm> => ({
  corridors: (saved ? list(saved['corridors']) : [row(undefined)]).map((corridor) => ({
    origin: text(corridor['origin']),
    destination: text(corridor['destination']),
  })),
  sectors: Array.isArray(saved?.['sectors']) ? saved['sectors'].map(text) : [],
  offices: lines(saved?.['offices']),
});

/** One row for each corridor served now, with the numbers saved for it. */
export const volumesToEdit = (saved: Saved, corridors: readonly string[]) => {
  const known = list(saved?.['volumes']);
  const count = (corridor: string, who: string) => {
    const value = known.find((volume) => volume['corridor'] === corridor)?.[who];
    return typeof value === 'number' ? value : undefined;
  };
  const volumes = corridors.map((corridor) => ({
    corridor,
    women: count(corridor, 'women'),
    men: count(corridor, 'men'),
  }));
  return { volumes };
};

export const agentsToEdit = (saved: Saved): Partial<AgentsForm> | undefined =>
  saved && {
    usesAgents: saved['usesAgents'] === true ? 'yes' : 'no',
    agents: list(saved['agents']).map((agent) => ({
      name: text(agent['name']),
      place: text(agent['place']),
      kind: agent['kind'] === 'individual' ? 'individual' : 'registered',
      licenceNumber: text(agent['licenceNumber']),
    })),
  };

export const declarationsToEdit = (saved: Saved): Partial<DeclarationsForm> | undefined =>
  saved && {
    ...Object.fromEntries(declarationCodes.map((code) => [code, saved[code] === true])),
    signedBy: text(saved['signedBy']),
    position: text(saved['position']),
  };
