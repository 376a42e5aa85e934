import type { Words } from './kinds.ts';

/** Not yet reviewed by a native reader. */
export const id: Words = {
  why: {
    applicant: 'Anda menerima surat ini karena Anda mengurus permohonan lembaga Anda.',
    scheme: 'Anda menerima surat ini karena Anda meninjau permohonan.',
    body: 'Anda menerima surat ini karena Anda mengaudit untuk lembaga yang sebelumnya dipilih agen perekrutan ini.',
  },
  steps: {
    see: 'Lihat permohonan Anda',
    pay: 'Lihat cara membayar',
    answer: 'Jawab hal-hal ini',
    appeal: 'Baca keputusan atau ajukan banding',
    choose: 'Pilih lembaga audit',
    continue: 'Lanjutkan',
    open: 'Buka',
    audits: 'Lihat audit Anda',
  },
  theFee: 'biaya',
  mails: {
    submitted: {
      heading: 'Permohonan Anda sudah kami terima',
      text: [
        'Permohonan {reference} sudah tiba. Anda tidak perlu mengirim apa pun lagi.',
        'Peninjauan dimulai setelah biaya dibayar: {fee}. Bayarlah paling lambat {day}; setelah hari itu permohonan gugur.',
      ],
      step: 'pay',
    },
    review_started: {
      heading: 'Pembayaran Anda sudah tiba',
      text: [
        'Biaya permohonan {reference} sudah dibayar, dan peninjauan berjalan.',
        'Anda menerima jawaban kami paling lambat {day}. Sampai saat itu Anda tidak perlu melakukan apa pun.',
      ],
      step: 'see',
    },
    deferred: {
      heading: 'Kami perlu jawaban Anda paling lambat {day}',
      text: ['Kami sudah membaca permohonan {reference}. Kami belum dapat memutuskan, karena:'],
      after: [
        'Ini bukan penolakan. Perbaiki hal-hal ini dan kirim lagi permohonan paling lambat {day}, tanpa biaya baru. Setelah hari itu ada biaya tambahan sebelum peninjauan dilanjutkan.',
      ],
      step: 'answer',
    },
    rejected: {
      heading: 'Kami tidak dapat menerima permohonan Anda',
      text: ['Kami sudah meninjau permohonan {reference} dan tidak dapat menerimanya. Alasannya:'],
      after: [
        'Jika menurut Anda kami keliru, Anda dapat mengajukan banding sampai {day}. Orang yang tidak ikut meninjau akan memeriksanya. Anda juga dapat mengajukan permohonan baru nanti, dengan biaya baru.',
      ],
      step: 'appeal',
    },
    accepted: {
      heading: 'Diterima: nomor Anda {number}',
      text: [
        'Permohonan Anda kami terima. Nomor pendaftaran Anda {number}. Daftar publik kini mencantumkan lembaga Anda sebagai pemohon. Itu belum sertifikat: jangan menyebut diri bersertifikat.',
        'Berikutnya, pilih lembaga yang akan mengaudit Anda paling lambat {day}. Setelah hari itu permohonan gugur.',
      ],
      step: 'choose',
    },
    deferral_expired: {
      heading: 'Waktu untuk menjawab sudah lewat',
      text: [
        'Kami tidak menerima jawaban Anda atas permohonan {reference} tepat waktu.',
        'Anda masih dapat menjawab: kirim lagi permohonan dan bayar biaya tambahan pada tagihan yang kami kirim. Lalu peninjauan dilanjutkan. Tanpa itu permohonan gugur setelah {day}.',
      ],
      step: 'answer',
    },
    lapsed: {
      heading: 'Permohonan Anda gugur',
      text: [
        'Permohonan {reference} berakhir karena waktunya habis. Jika lembaga Anda tercantum sebagai pemohon, kini tidak lagi.',
        'Anda dapat memulai permohonan baru kapan saja, dengan biaya baru.',
      ],
      step: 'see',
    },
    withdrawn: {
      heading: 'Permohonan Anda ditarik',
      text: ['Lembaga Anda menarik permohonan {reference}. Jika tercantum sebagai pemohon, kini tidak lagi.'],
      step: 'see',
    },
    discarded: {
      heading: 'Konsep Anda dihapus',
      text: [
        'Konsep {reference} dihapus beserta semua isinya. Tidak ada yang dikirim dan tidak ada yang harus dibayar. Anda dapat memulai lagi kapan saja.',
      ],
      step: 'see',
    },
    appealed: {
      heading: 'Banding Anda sudah kami terima',
      text: [
        'Banding Anda atas permohonan {reference} sudah tiba. Orang yang tidak ikut memutuskan akan memeriksanya.',
        'Anda menerima jawaban kami paling lambat {day}. Sampai saat itu keputusan tetap berlaku.',
      ],
      step: 'see',
    },
    appeal_upheld: {
      heading: 'Banding Anda dikabulkan',
      text: ['Kami mengabulkan banding Anda atas permohonan {reference}. Alasannya:'],
      after: [
        'Hal yang diputuskan dibuka kembali. Anda tidak perlu melakukan apa pun: kami akan menghubungi Anda.',
      ],
      step: 'see',
    },
    appeal_dismissed: {
      heading: 'Banding Anda ditolak',
      text: [
        'Kami sudah memeriksa banding Anda atas permohonan {reference}. Keputusan tetap berlaku. Alasannya:',
      ],
      after: ['Ini final. Anda dapat mengajukan permohonan baru, dengan biaya baru.'],
      step: 'see',
    },
    payment_due: {
      heading: 'Bayarlah biaya paling lambat {day}',
      text: [
        'Biaya permohonan {reference} belum tiba: {fee}. Setelah {day} permohonan gugur.',
        'Jika Anda sudah membayar, Anda tidak perlu melakukan apa pun.',
      ],
      step: 'pay',
    },
    answer_due: {
      heading: 'Jawablah paling lambat {day}',
      text: [
        'Kami masih menunggu jawaban Anda atas permohonan {reference}. Setelah {day} ada biaya tambahan.',
      ],
      step: 'answer',
    },
    expired_lapse_due: {
      heading: 'Permohonan Anda gugur setelah {day}',
      text: [
        'Permohonan {reference} masih menunggu jawaban Anda dan biaya tambahan. Tanpa keduanya permohonan berakhir setelah {day}.',
      ],
      step: 'answer',
    },
    engagement_due: {
      heading: 'Pilih lembaga audit paling lambat {day}',
      text: [
        'Permohonan {reference} diterima, tetapi Anda belum memberi tahu lembaga audit mana yang Anda pilih. Tanpa itu permohonan gugur setelah {day}.',
      ],
      step: 'choose',
    },
    first_audit_due: {
      heading: 'Audit harus direncanakan paling lambat {day}',
      text: [
        'Belum ada audit yang direncanakan untuk permohonan {reference}. Sepakati harinya dengan lembaga audit Anda: tanpa itu permohonan gugur setelah {day}.',
      ],
      step: 'see',
    },
    next_audit_due: {
      heading: 'Audit harus dimulai paling lambat {day}',
      text: [
        'Tidak ada audit yang sedang berjalan untuk permohonan {reference}. Sepakati harinya dengan lembaga audit Anda: jika tidak ada yang dimulai paling lambat {day}, permohonan gugur.',
      ],
      step: 'see',
    },
    draft_idle: {
      heading: 'Konsep Anda dihapus pada {day}',
      text: [
        'Konsep {reference} sudah lama tidak dikerjakan. Konsep itu dihapus pada {day} beserta semua isinya.',
        'Untuk menyimpannya, buka dan simpan salah satu bagian.',
      ],
      step: 'continue',
    },
    body_barred: {
      heading: 'Lembaga audit Anda tidak boleh lagi mengaudit Anda',
      text: [
        'Seseorang dari lembaga audit yang Anda pilih untuk permohonan {reference} melatih atau memberi nasihat kepada Anda dalam dua tahun terakhir, sehingga lembaga itu tidak menugaskan orang baru untuk audit Anda. Audit yang sudah diatur berlanjut dengan timnya.',
        'Jika belum ada yang diatur, buatlah kontrak dengan lembaga lain yang disetujui lalu pilih lembaga itu: tanpa audit permohonan gugur.',
      ],
      step: 'see',
    },
    engaged_body_barred: {
      heading: 'Sebuah lembaga audit tidak boleh lagi mengaudit {recruiter}',
      text: [
        'Seseorang dari lembaga audit yang dipilih {recruiter} untuk permohonan {reference} melatih atau memberi nasihat kepadanya dalam dua tahun terakhir. Lembaga itu tidak menugaskan orang baru untuk auditnya; {recruiter} sudah diberi tahu dan boleh memilih lembaga lain selama belum ada audit yang diatur.',
      ],
      step: 'open',
    },
    review_due: {
      heading: 'Peninjauan harus selesai {day}',
      text: ['Peninjauan permohonan {reference} dari {recruiter} harus selesai paling lambat {day}.'],
      step: 'open',
    },
    review_overdue: {
      heading: 'Peninjauan terlambat',
      text: ['Peninjauan permohonan {reference} dari {recruiter} seharusnya selesai {day}.'],
      step: 'open',
    },
    appeal_due: {
      heading: 'Banding harus diputuskan {day}',
      text: [
        'Banding {recruiter} atas permohonan {reference} harus diputuskan paling lambat {day}, oleh orang yang tidak ikut memutuskan.',
      ],
      step: 'open',
    },
    appeal_overdue: {
      heading: 'Putusan banding terlambat',
      text: [
        'Banding {recruiter} atas permohonan {reference} seharusnya diputuskan {day}, oleh orang yang tidak ikut memutuskan.',
      ],
      step: 'open',
    },
    appeal_lodged: {
      heading: 'Banding diajukan',
      text: [
        '{recruiter} mengajukan banding atas permohonan {reference}. Orang yang tidak ikut memutuskan menjawabnya paling lambat {day}.',
      ],
      step: 'open',
    },
    body_left: {
      heading: '{recruiter} telah memilih lembaga audit lain',
      text: [
        'Untuk permohonan {reference}, {recruiter} telah memilih lembaga audit lain sebagai pengganti lembaga Anda. Mohon jangan merencanakan audit lagi untuknya.',
        'Audit yang sudah Anda lakukan tetap ada pada Anda seperti adanya.',
      ],
      step: 'audits',
    },
  },
};
