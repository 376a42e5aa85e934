import type { Words } from './kinds.ts';

export const id: Words = {
  occasions: {
    invited: {
      subject: '{company} bertanya bagaimana orang direkrut',
      heading: '{company} bertanya kepada Anda bagaimana orang direkrut',
      text: 'Mereka ingin tahu siapa yang merekrut orang-orang yang bekerja untuk mereka, lewat siapa orang-orang itu datang, dan berapa biayanya. Anda diminta menjawab paling lambat {day}. Tidak perlu akun: tautan di bawah ini milik Anda.',
    },
    reminded: {
      subject: 'Mohon jawab {company} paling lambat {day}',
      heading: 'Jawaban Anda diminta paling lambat {day}',
      text: '{company} bertanya kepada Anda bagaimana orang direkrut. Yang sudah Anda simpan tetap ada; Anda dapat melanjutkan dari tempat Anda berhenti.',
    },
    last_day: {
      subject: 'Hari terakhir untuk menjawab {company}',
      heading: 'Hari ini hari terakhir',
      text: '{company} bertanya kepada Anda bagaimana orang direkrut, dan mengharapkan jawaban Anda hari ini. Yang sudah Anda simpan tetap ada.',
    },
    late: {
      subject: '{company} masih mengharapkan jawaban Anda',
      heading: 'Anda masih dapat menjawab',
      text: 'Hari untuk menjawab {company} sudah lewat, yaitu {day}. Anda masih dapat menjawab, atau mengatakan bahwa Anda tidak ingin menjawab.',
    },
    handed: {
      subject: 'Rekan kerja menyerahkan beberapa pertanyaan {company} kepada Anda',
      heading: 'Rekan kerja meminta Anda menjawab beberapa bagian',
      text: '{company} bertanya kepada perusahaan Anda bagaimana orang direkrut, dan seorang rekan kerja menyerahkan kepada Anda bagian yang paling Anda ketahui. Yang Anda simpan sampai kepada rekan Anda, dan dialah yang mengirim.',
    },
  },
  promise:
    'Jawaban Anda milik Anda: mereka melihat yang Anda kirim, sesuai pilihan Anda, dan Anda boleh menariknya kembali kapan saja lewat tautan yang sama. Jangan berikan tautan ini kepada orang lain: siapa pun yang memilikinya dapat menjawab atas nama Anda.',
  notYou: 'Jika pesan ini bukan untuk Anda, Anda tidak perlu melakukan apa pun.',
  step: 'Buka pertanyaan',
  why: 'Anda menerima pesan ini karena {company}, atau salah satu pemasoknya, memberikan alamat ini dalam pemetaan rantai pasok tenaga kerjanya.',
};
