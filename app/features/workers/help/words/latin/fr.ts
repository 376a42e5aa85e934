import type { HelpWords } from '../model.ts';

/** Not yet reviewed by a native reader. */
export const fr: HelpWords = {
  title: 'Qui peut vous aider',
  lead: 'Vous pouvez demander de l’aide. C’est votre droit. Appelez ou allez-y vous-même, et ne dites votre nom que si vous le voulez.',
  where: 'Dans quel pays êtes-vous ?',
  inCountry: 'Aide : {country}',
  otherCountry: 'Un autre pays',
  what: 'De quoi avez-vous besoin ?',
  anything: 'Toute aide',
  topics: {
    hotline: 'Ligne téléphonique d’aide',
    resource_centre: 'Centre pour travailleurs migrants',
    consulate: 'Ambassade ou consulat',
    union: 'Syndicat',
    shelter: 'Lieu sûr où loger',
    legal_aid: 'Aide juridique',
  },
  call: 'Appeler le {number}',
  page: 'Ouvrir leur page',
  address: 'Adresse',
  open: 'Ouvert',
  speaks: 'Langues parlées',
  free: 'Gratuit : appeler ou venir ne coûte rien',
  notFree: 'Cela peut coûter de l’argent',
  checked: 'Vérifié le {day}',
  source: 'Où nous l’avons lu',
  example: 'Exemple seulement. Ce lieu n’existe pas.',
  none: 'Nous ne connaissons encore personne ici.',
  noneMeans:
    'Cela ne veut pas dire que personne ne peut aider. Demandez à l’ambassade de votre pays, ou à un syndicat là où vous êtes.',
  more: 'Plus',
  before: 'Retour',
  languages: 'Langues',
  check: 'Vérifier une agence',
  leave: 'Quitter cette page',
};
