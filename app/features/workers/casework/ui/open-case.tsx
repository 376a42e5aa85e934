import type { ComponentProps } from 'react';

import { Actions, ButtonLink } from '#app/ui/buttons.tsx';
import { Columns } from '#app/ui/page.tsx';

import type { ConsentParty } from '../../complaints/model.ts';
import type { OpenedFile } from '../view.ts';
import { AboutRecruiter, Consents, Decisions, Files, Openings } from './aside.tsx';
import type { ShownCase } from './case-header.tsx';
import { Links, type LinksProps } from './links.tsx';
import { Account, Conversation, Notes, PassedOn, Sections } from './pieces.tsx';

type File = OpenedFile & {
  whom: string | null;
  consents: readonly ConsentParty[];
  decisions: ComponentProps<typeof Decisions>['decisions'];
  files: ComponentProps<typeof Files>['files'];
  openings: Pick<ComponentProps<typeof Openings>, 'readings' | 'count'>;
  access: ComponentProps<typeof Openings>['access'];
  links: Omit<LinksProps, 'place'>;
  steps: readonly { to: string; name: string }[];
  isHolder: boolean;
};
type Props = { record: ShownCase; place: string; file: File };

/** A case as whoever works on it has it before them. */
export const OpenCase = ({ record, place, file }: Props) => (
  <Columns
    main={
      <>
        {file.account ? (
          <Account account={file.account} whom={file.whom} place={place} language={record.language} />
        ) : null}
        <Conversation pieces={file.conversation} place={place} language={record.language} />
        <Actions>
          <ButtonLink to={`${place}/answer`}>Write to the reporter</ButtonLink>
          {file.steps.map(({ to, name }) => (
            <ButtonLink key={to} to={`${place}/step/${to}`} kind="secondary">
              {name}
            </ButtonLink>
          ))}
          <ButtonLink to={`${place}/flags`} kind="secondary">
            Who is in danger
          </ButtonLink>
          {file.isHolder ? (
            <ButtonLink to={`${place}/hand-over`} kind="secondary">
              Hand it over
            </ButtonLink>
          ) : null}
        </Actions>
        <Sections sections={file.sections} place={place} language={record.language} />
        <PassedOn passed={file.passed} />
        <Notes notes={file.notes} place={place} />
      </>
    }
    aside={
      <>
        <Consents given={file.consents} />
        <AboutRecruiter {...record} place={place} />
        <Files files={file.files} href={(id) => `/files/complaints/${record.number}/${id}`} />
        <Links {...file.links} place={place} />
        <Decisions decisions={file.decisions} />
        <Openings {...file.openings} access={file.access} />
      </>
    }
  />
);
