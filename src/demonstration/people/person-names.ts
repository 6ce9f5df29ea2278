import { words } from "../listed.ts";

/** Names as they meet in a ward anywhere in England: a heritage is drawn first, then a name from it. */
export type Heritage = {
  share: number;
  language?: string;
  given: readonly string[];
  family: readonly string[];
};

export const heritages: readonly Heritage[] = [
  {
    share: 46,
    given:
      words(`Alice Amy Andrew Anne Barbara Ben Beth Catherine Charlotte Chris Claire Colin Daniel David Dawn Debbie Edward
      Eleanor Emily Emma Fiona Frances Gareth Gary Gemma George Graham Hannah Harriet Heather Helen Ian Jack James Jane Janet
      Jennifer Jessica Joanne John Judith Julie Karen Kate Keith Kevin Laura Linda Lisa Lucy Malcolm Margaret Mark Martin Mary
      Matthew Michael Natalie Neil Nicola Oliver Patricia Paul Peter Philip Rachel Rebecca Richard Robert Rosie Ruth Sally Sam
      Sarah Simon Sophie Stephen Stuart Susan Thomas Tim Tracey Victoria Wendy William Zoë`),
    family:
      words(`Abbott Allen Atkins Bailey Baker Barker Barnes Bell Bennett Bishop Booth Bradley Brooks Burgess Butler Carr
      Carter Chapman Clarke Coleman Cook Cooper Cox Cross Dawson Dean Dixon Ellis Evans Field Fisher Fletcher Foster Fox Gibson
      Gilbert Graham Grant Green Hall Harris Hart Harvey Hill Holmes Howard Hudson Hughes Hunt Jackson Jarvis Johnson Kerr Knight
      Lane Lawson Lee Lloyd Marsh Mason Mills Moore Morgan Morris Nicholls Norris Owen Palmer Parker Payne Pearce Porter Powell
      Price Reed Reynolds Roberts Robson Rose Russell Saunders Scott Sharp Shaw Simpson Slater Smart Spencer Stevens Stone Swift
      Taylor Thorne Todd Tucker Turner Vaughan Walker Walsh Ward Watts Webb West Wheeler White Wilkins Wood Wright Young`),
  },
  {
    share: 9,
    language: "Hindi",
    given:
      words(`Aarav Aditi Ajay Amit Anand Anjali Arjun Deepa Dinesh Divya Geeta Hari Kavita Kiran Lakshmi Manoj Meera Neha
      Nikhil Pooja Priya Rahul Rajesh Rekha Rohan Sanjay Shalini Sunil Sunita Suresh Usha Vijay Vikram`),
    family:
      words(`Agarwal Banerjee Bhatt Chandra Chaudhary Desai Gupta Iyer Jain Joshi Kapoor Krishnan Kulkarni Kumar Mehta
      Menon Mistry Nair Naidu Patel Pillai Rao Reddy Saxena Shah Sharma Singh Subramanian Varma Venkat`),
  },
  {
    share: 7,
    language: "Urdu",
    given:
      words(`Aamir Aisha Ali Amina Asif Bilal Faisal Farah Fatima Hassan Imran Iqra Khadija Maryam Nadia Omar Rashid Rukhsana
      Saima Samina Sana Shabnam Tariq Usman Yusuf Zainab Zara`),
    family:
      words(`Ahmed Akhtar Ali Ashraf Aziz Bashir Begum Chaudhry Dar Farooq Hussain Iqbal Javed Khan Mahmood Malik Mirza
      Nawaz Qureshi Rafiq Rehman Saleem Shah Siddiqui Yousaf`),
  },
  {
    share: 6,
    language: "Yoruba",
    given:
      words(`Abimbola Ade Adeola Ayo Bola Bukola Dele Folake Funmi Ife Kehinde Kemi Olu Ronke Segun Sola Taiwo Temi Tolu
      Tunde Yemi Yetunde`),
    family:
      words(`Adebayo Adeleke Adeyemi Afolabi Akande Akinola Alabi Ayodele Bakare Balogun Fashola Ogunleye Ojo Oladipo
      Olatunji Oni Onifade Oyelaran Shittu Sowande`),
  },
  {
    share: 4,
    language: "Igbo",
    given: words(
      `Adaeze Amara Chidi Chika Chinedu Chioma Emeka Grace Ifeoma Ijeoma Kelechi Ngozi Nkechi Obi Uche Victor`,
    ),
    family: words(
      `Achebe Agu Chukwu Eze Ibekwe Iwu Mbah Nnadi Nwosu Obi Okafor Okeke Okonkwo Okoro Onyeka Umeh`,
    ),
  },
  {
    share: 4,
    language: "Tagalog",
    given:
      words(`Angelica Arnel Bayani Carlo Cristina Divina Dolores Edgar Fe Jun Liza Lourdes Luz Maricel Marisol Noel Ramon
      Rosario Rowena Teresita`),
    family:
      words(`Aquino Bautista Cruz Dizon Domingo Garcia Hernandez Lim Magsaysay Manalo Mendoza Ocampo Pascual Ramos Reyes
      Salazar Santos Tolentino Valdez Villanueva`),
  },
  {
    share: 4,
    language: "Polish",
    given:
      words(`Agnieszka Anna Bartosz Beata Dorota Ewa Grzegorz Iwona Jakub Joanna Kamil Katarzyna Łukasz Magda Marek
      Michał Monika Paweł Piotr Tomasz Zofia`),
    family:
      words(`Baran Czarnecki Dudek Grabowski Jankowski Kaczmarek Kowalczyk Krawczyk Lewandowski Mazur Michalak Nowak Pawlak
      Piotrowski Sikora Szymczak Wilk Wójcik Zając Zieliński`),
  },
  {
    share: 4,
    language: "Irish",
    given:
      words(`Aoife Brendan Bridget Ciara Conor Declan Deirdre Eamon Fionnuala Gerard Kathleen Kieran Liam Maeve Niall Noreen
      Orla Padraig Roisin Sean Sinead Siobhan`),
    family:
      words(`Brennan Byrne Callaghan Connolly Daly Doherty Donnelly Doyle Fitzgerald Flynn Gallagher Kavanagh Keane Kelly
      Lynch McCarthy Moran Murphy Nolan Quinn Reilly Sweeney`),
  },
  {
    share: 3,
    language: "Welsh",
    given:
      words(`Angharad Bethan Bronwen Carys Cerys Dafydd Dylan Eleri Ffion Gethin Gwen Huw Ieuan Lowri Megan Nia Owain Rhian
      Rhys Sian`),
    family:
      words(`Bevan Bowen Davies Edwards Griffiths Gwynne Howell Jenkins Llewellyn Meredith Parry Powys Probert Prosser Pryce
      Pugh Rees Rhydderch Thomas Williams`),
  },
  {
    share: 3,
    given:
      words(`Beverley Carlton Cedric Claudette Cynthia Delroy Desmond Errol Gloria Hyacinth Joy Leroy Lloyd Marcia Marlon
      Merle Nadine Sharon Sonia Trevor Verona Winston`),
    family:
      words(`Bailey Barrett Blake Bogle Campbell Clarke Dacosta Francis Gayle Gordon Henry Hinds Lewis Mcfarlane Morrison
      Palmer Pinnock Samuels Sinclair Wallace Whyte Wilmot`),
  },
  {
    share: 3,
    language: "Cantonese",
    given: words(
      `Alvin Bonnie Carmen Grace Hoi Jason Joyce Ka Kelvin Li Mei Ming Siu Vivian Wai Wing Yan Ying`,
    ),
    family: words(
      `Chan Cheung Chow Chu Fung Ho Kwok Lai Lam Lau Leung Li Lo Ng Tang Tsang Wong Yeung Yip Yuen`,
    ),
  },
  {
    share: 2,
    language: "Arabic",
    given: words(
      `Ahmad Amal Dina Farid Hala Hanan Ibrahim Karim Layla Mona Nabil Nour Rania Salma Samir Yasmin Youssef`,
    ),
    family: words(
      `Abdallah Aziz Darwish Fahmy Haddad Hamdan Ibrahim Khalil Mansour Mostafa Nassar Rahman Saad Salem Shaheen Zaki`,
    ),
  },
  {
    share: 2,
    language: "Portuguese",
    given: words(
      `Ana Beatriz Bruno Carla Diogo Filipa Inês João Leonor Luís Mariana Marta Miguel Nuno Paula Pedro Rui Sofia Tiago`,
    ),
    family:
      words(`Almeida Alves Cardoso Carvalho Correia Costa Fernandes Ferreira Gomes Lopes Marques Martins Moreira Nunes Oliveira
      Pereira Pinto Ribeiro Rocha Sousa Teixeira`),
  },
  {
    share: 2,
    language: "Somali",
    given: words(
      `Abdi Amina Asha Ayaan Fadumo Farah Halima Hodan Idil Ismail Khadra Mohamed Nasra Sagal Sahra Warsame Zahra`,
    ),
    family: words(
      `Abdi Abdullahi Aden Ahmed Ali Dirie Duale Egal Farah Gedi Guled Hassan Hersi Isse Jama Mohamud Nur Osman Warsame Yusuf`,
    ),
  },
  {
    share: 1,
    language: "Shona",
    given: words(
      `Blessing Chipo Farai Kudzai Munashe Nyasha Rudo Ruvimbo Simba Tafadzwa Tatenda Tendai Tinashe`,
    ),
    family: words(
      `Chikwanha Chirwa Gumbo Hove Mapfumo Marufu Moyo Mutasa Ncube Ndlovu Nyathi Shumba Sibanda Zhou`,
    ),
  },
];

/** Family names short enough for the plate on a practice door. */
export const surnames: readonly string[] = heritages.flatMap((heritage) =>
  heritage.family.filter((name) => /^[A-Za-z]{2,11}$/.test(name)),
);
