import { dayInWords } from '#app/platform/calendar.ts';
import { TextLink } from '#app/ui/buttons.tsx';
import { DataTable } from '#app/ui/table.tsx';

type Listed = {
  name: string;
  asks: string;
  versions: readonly { id: string; version: number; publishedAt: string | null }[];
  drafts: readonly { id: string; baseVersion: number; by: string; changedAt: string }[];
};

/** Each questionnaire with its versions and the drafts that are open. */
export const QuestionnaireTable = ({ questionnaires }: { questionnaires: readonly Listed[] }) => (
  <DataTable
    caption={`${questionnaires.length} questionnaires`}
    columns={[
      { key: 'asks', header: 'Who is asked', main: true, cell: ({ asks }) => asks },
      {
        ...{ key: 'versions', header: 'Versions' },
        cell: ({ versions }) =>
          versions.map(({ id, version, publishedAt }) => (
            <p key={id}>
              <TextLink to={`/scheme/questionnaires/versions/${id}`}>{`Version ${version}`}</TextLink>
              <span className="text-sm text-ink-2">
                {publishedAt ? `, ${dayInWords(publishedAt.slice(0, 10))}` : ', as it comes with the house'}
              </span>
            </p>
          )),
      },
      {
        ...{ key: 'drafts', header: 'Drafts' },
        cell: ({ drafts }) =>
          drafts.length === 0
            ? 'None'
            : drafts.map(({ id, baseVersion, by, changedAt }) => (
                <p key={id}>
                  <TextLink
                    to={`/scheme/questionnaires/drafts/${id}`}
                  >{`Version ${baseVersion + 1}`}</TextLink>
                  <span className="text-sm text-ink-2">{`, ${by}, ${dayInWords(changedAt.slice(0, 10))}`}</span>
                </p>
              )),
      },
    ]}
    rows={questionnaires}
    empty={{ title: 'No questionnaire', text: 'Questionnaires appear here with their versions.' }}
  />
);
