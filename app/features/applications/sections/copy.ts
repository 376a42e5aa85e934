import { dayInWords } from '#app/platform/calendar.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName, countryName } from '#app/platform/places.ts';

import { declarations, sectionNames, sections, type Answers, type Section } from '../model.ts';

type Line = { question: string; answer: string };
export type Copy = { section: Section; title: string; answers: Line[] }[];

const line = (question: string, answer: string | undefined): Line => ({
  question,
  answer: answer?.trim() ? answer : 'Not answered',
});

/** How each section reads: the questions as the form asks them, the answers as their author would say them. */
const readings: { [S in Section]: (answers: Answers[S]) => Line[] } = {
  agency: (answers) => [
    line('Legal name', answers.legalName),
    line('Name in the local script', answers.legalNameLocal),
    line('Trading names', answers.tradingNames.join(', ')),
    line('Company registration number', answers.companyNumber),
    line('Address of the head office', answers.address),
    line('Country', countryName(answers.country)),
    line('Website', answers.website),
    line('Who we may contact', answers.contactName),
    line('Telephone', answers.contactPhone),
  ],
  licences: ({ licences }) =>
    licences.map(({ authority, jurisdiction, number, validUntil }, index) =>
      line(
        `Licence ${index + 1}`,
        `${authority}, ${countryName(jurisdiction)}, no. ${number}, valid until ${dayInWords(validUntil)}`,
      ),
    ),
  corridors: ({ corridors, sectors, offices }) => [
    line(
      'Corridors',
      corridors.map(({ origin, destination }) => corridorName(`${origin}-${destination}`)).join('; '),
    ),
    line('Sectors', sectors.map(sectorName).join('; ')),
    line('Offices', offices.join('; ')),
  ],
  volumes: ({ volumes }) =>
    volumes.map(({ corridor, women, men }) =>
      line(`Workers placed in 12 months, ${corridorName(corridor)}`, `${women} women, ${men} men`),
    ),
  agents: ({ usesAgents, agents }) => [
    line('Works with sub-agents', usesAgents ? 'Yes' : 'No'),
    ...agents.map(({ name, place, kind, licenceNumber }, index) =>
      line(
        `Sub-agent ${index + 1}`,
        [name, place, kind, licenceNumber && `licence ${licenceNumber}`].filter(Boolean).join(', '),
      ),
    ),
  ],
  declarations: ({ signedBy, position }) => [
    ...Object.values(declarations).map((question) => line(question, 'Confirmed')),
    line('Signed by', `${signedBy}, ${position}`),
  ],
};

/** The whole application in words: what reviews and decisions refer to, however questions change later. */
export const copyOf = (answers: Answers): Copy =>
  sections.map((section) => ({
    section,
    title: sectionNames[section],
    answers: readSection(section, answers),
  }));

/** One section in words; nothing while it is not saved. */
export function readSection<S extends Section>(section: S, answers: Partial<Answers>) {
  const own = answers[section];
  return own === undefined ? [] : readings[section](own);
}
