import { Facts, Heading, Paper, Paragraph, Picture, Title } from '#app/platform/pdf/paper.server.tsx';
import { renderPdf } from '#app/platform/pdf/render.server.tsx';
import { qrPicture } from '#app/platform/files/qr.server.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorName } from '#app/platform/places.ts';
import { dayIn, languageOf } from '#emails/language.ts';

import type { PaperFacts } from './queries.server.ts';
import { counts, isDrawable, languagesFor } from './rules.ts';
import type { Words } from './model.ts';
import { words } from './words.ts';
import { en } from './words-latin.ts';

type Sheet = { facts: PaperFacts; address: string; qr: string; language: string };

/** The certificate as a PDF: a page in English, and one in the holder's language; what does not count says so first. */
export async function certificatePaper(facts: PaperFacts, address: string, at: Date) {
  const qr = await qrPicture(address);
  const title = `${en.title} ${facts.number}`;
  const papers = languagesFor(facts.language).map((language) => (
    <CertificatePaper key={language} facts={facts} address={address} qr={qr} language={language} />
  ));
  const content = await renderPdf(<>{papers}</>, { title, language: 'en', at });
  return { content, filename: `${facts.number}.pdf` };
}

function CertificatePaper({ facts, address, qr, language }: Sheet) {
  const say = words[language] ?? en;
  return (
    <Paper header="Fairroute" reference={facts.number} footer={address} language={language}>
      <Title>{say.title}</Title>
      <Heading>{facts.name}</Heading>
      {counts(facts.status) ? null : (
        <>
          <Heading>{say.states[facts.status]}</Heading>
          <Paragraph>{say.stop}</Paragraph>
        </>
      )}
      <Facts items={factsOf(facts, say, language)} />
      <Picture src={qr}>
        <Paragraph>{say.scan}</Paragraph>
        <Paragraph>{address}</Paragraph>
      </Picture>
    </Paper>
  );
}

function factsOf(facts: PaperFacts, say: Words, language: string) {
  const day = (value: string) => dayIn(languageOf(language), value);
  const { nameLocal, licences, offices, corridors, sectors } = facts;
  const list = (values: readonly string[]) => (values.length > 0 ? values.join('; ') : say.none);
  return [
    { term: say.holder, value: facts.name },
    ...(nameLocal ? [{ term: say.localName, value: localName(nameLocal, facts.recruiterId) }] : []),
    { term: say.number, value: facts.number },
    { term: say.recruiterId, value: facts.recruiterId },
    { term: say.licences, value: list(licences.map(({ authority, number }) => `${authority}, ${number}`)) },
    { term: say.status, value: `${say.states[facts.status]}, ${say.since} ${day(facts.since)}` },
    {
      term: say.validity,
      value: `${say.from} ${day(facts.validFrom)}, ${say.until} ${day(facts.validUntil)}`,
    },
    { term: say.standard, value: `${facts.standard}, ${facts.standardVersion}` },
    { term: say.offices, value: list(offices) },
    { term: say.corridors, value: list(corridors.map(corridorName)) },
    { term: say.sectors, value: list(sectors.map(sectorName)) },
    { term: say.exclusions, value: say.notCovered },
    { term: say.auditBody, value: facts.auditBody },
    { term: say.decision, value: facts.decision },
    ...(facts.previous ? [{ term: say.previous, value: facts.previous }] : []),
  ];
}

/** Our fonts have no letters of some scripts: better said than left out or drawn as boxes. */
const localName = (name: string, recruiterId: string) =>
  isDrawable(name) ? name : `Cannot be printed here; the register shows it under ${recruiterId}.`;
