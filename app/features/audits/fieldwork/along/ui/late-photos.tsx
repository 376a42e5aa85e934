import { timeInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { Section } from '#app/ui/page.tsx';

type Late = { id: string; code: string; filename: string; by: string; arrivedAt: Date | string };

/** Photos that came when fieldwork was over: to be looked at, and named in a finding where one can still be raised. */
export const LatePhotos = ({ photos }: { photos: readonly Late[] }) =>
  photos.length === 0 ? null : (
    <Section title={photos.length === 1 ? '1 photo came late' : `${photos.length} photos came late`}>
      <ul className="flex flex-col gap-1">
        {photos.map(({ id, code, filename, by, arrivedAt }) => (
          <li key={id}>
            <TextLink to={`/files/documents/${id}/1`}>{filename}</TextLink>
            {`, for indicator ${code}, by ${by}, arrived ${timeInWords(arrivedAt)}`}
          </li>
        ))}
      </ul>
    </Section>
  );
