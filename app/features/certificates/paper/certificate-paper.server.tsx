import { Facts, Heading, Paper, Paragraph, Picture, Title } from '#app/platform/pdf/paper.server.tsx';
import { drawer, renderPdf } from '#app/platform/pdf/render.server.tsx';
import { qrPicture } from '#app/platform/files/qr.server.ts';
import { sectorName } from '#app/platform/industries.ts';
import { corridorIn } from '#app/platform/places.ts';
import { states } from '#emails/certificates/states.ts';
import { dayIn } from '#emails/language.ts';

import { fingerprintOf, inEights } from './fingerprint.server.ts';
import type { PaperFacts } from './queries.server.ts';
import { counts, languagesFor } from './rules.ts';
import { words, type PaperLanguage } from './words.ts';
import { en } from './words-latin.ts';

type Sheet = {
  facts: PaperFacts;
  address: string;
  qr: string;
  language: PaperLanguage;
  draws: (text: string) => boolean;
};

/** The certificate as a PDF: a page in English, and one in the holder’s language; what does not count says so first. */
export async function certificatePaper(facts: PaperFacts, address: string, at: Date) {
  const [qr, draws] = await Promise.all([qrPicture(address), drawer()]);
  const title = `${en.title} ${facts.number}`;
  const papers = languagesFor(facts.language).map((language) => (
    <CertificatePaper key={language} {...{ facts, address, qr, language, draws }} />
  ));
  const content = await renderPdf(<>{papers}</>, { title, language: 'en', at });
  return { content, filename: `${facts.number}.pdf` };
}

function CertificatePaper(sheet: Sheet) {
  const { facts, address, qr, language, draws } = sheet;
  const say = words[language];
  return (
    <Paper header="Fairroute" reference={facts.number} footer={address} language={language}>
      <Title>{say.title}</Title>
      <Heading>{draws(facts.name) ? facts.name : facts.recruiterId}</Heading>
      {counts(facts.status) ? null : (
        <>
          <Heading>{states[language][facts.status]}</Heading>
          <Paragraph>{say.stop}</Paragraph>
        </>
      )}
      <Facts items={factsOf(sheet)} />
      <Picture src={qr}>
        <Paragraph>{say.scan}</Paragraph>
        <Paragraph>{address}</Paragraph>
        {say.binding === '' ? null : <Paragraph>{say.binding}</Paragraph>}
      </Picture>
    </Paper>
  );
}

function factsOf({ facts, language, draws }: Sheet) {
  const say = words[language];
  const day = (value: string) => dayIn(language, value);
  // Our fonts have no letters of some scripts: better said than left out or drawn as boxes.
  const drawn = (text: string) =>
    draws(text) ? text : say.unprintable.replace('{number}', facts.recruiterId);
  const list = (values: readonly string[]) =>
    values.length > 0 ? [...new Set(values.map(drawn))].join('; ') : say.none;
  const period = say.period.replace('{from}', day(facts.validFrom)).replace('{until}', day(facts.validUntil));
  const since = say.since.replace('{day}', day(facts.since));
  return [
    { term: say.holder, value: drawn(facts.name) },
    ...(facts.nameLocal ? [{ term: say.localName, value: drawn(facts.nameLocal) }] : []),
    { term: say.number, value: facts.number },
    { term: say.recruiterId, value: facts.recruiterId },
    {
      term: say.licences,
      value: list(facts.licences.map(({ authority, number }) => `${authority}, ${number}`)),
    },
    { term: say.status, value: `${states[language][facts.status]}, ${since}` },
    { term: say.validity, value: period },
    { term: say.standard, value: drawn(`${facts.standard}, ${facts.standardVersion}`) },
    { term: say.offices, value: list(facts.offices) },
    { term: say.corridors, value: list(facts.corridors.map((corridor) => corridorIn(language, corridor))) },
    { term: say.sectors, value: list(facts.sectors.map(sectorName)) },
    { term: say.exclusions, value: say.notCovered },
    { term: say.auditBody, value: drawn(facts.auditBody) },
    { term: say.decision, value: facts.decision },
    ...(facts.previous ? [{ term: say.previous, value: facts.previous }] : []),
    // The same in every language.
    { term: 'SHA-256', value: inEights(fingerprintOf(facts)) },
  ];
}
