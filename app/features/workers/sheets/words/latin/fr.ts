import type { SheetWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const fr: SheetWords = {
  title: 'Listes pour conseillers',
  lead: 'Tous les recruteurs du registre d’un pays, à imprimer ou à garder. La situation peut changer chaque jour : vérifiez encore avant que quelqu’un paie ou signe.',
  where: 'Quel pays ?',
  other: 'Un autre pays',
  inCountry: 'Recruteurs : {country}',
  print: 'Imprimer (PDF)',
  table: 'Tableau (CSV)',
  part: 'Partie {part} sur {parts}',
  nobody: 'Personne de ce pays n’est au registre.',
  more: 'Les parties imprimées contiennent les {count} premiers noms. Le tableau les contient tous.',
  fresh: 'C’était ainsi le {when}. Cela peut changer chaque jour.',
  absent: 'D’un nom qui n’est pas sur cette liste, on ne sait pas s’il est sûr. Ne payez pas.',
  anew: 'Vérifiez encore chaque nom avant que quelqu’un paie ou signe :',
  from: 'De « {first} » à « {last} ».',
  name: 'Nom',
  local: 'Nom dans son écriture',
  number: 'Numéro',
  standing: 'Situation',
  licences: 'Licences',
  place: 'Lieu',
  until: 'Fin du certificat',
  unprintable: 'En lettres que ce papier ne peut pas montrer',
};
