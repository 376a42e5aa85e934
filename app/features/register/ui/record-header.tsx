import { countryName } from '#app/platform/places.ts';
import { PageHeader } from '#app/ui/page.tsx';

type Named = { name: string; nameLocal: string | null; country: string; registrationNumber: string };

/** Whose record it is, in both scripts and by its number. */
export const RecordHeader = ({ name, nameLocal, country, registrationNumber }: Named) => (
  <PageHeader
    title={name}
    back={{ to: '/register', label: 'Register' }}
    eyebrow={countryName(country)}
    lead={
      <>
        {nameLocal ? <span className="me-4">{nameLocal}</span> : null}
        <span className="font-mono text-sm">{registrationNumber}</span>
      </>
    }
  />
);
