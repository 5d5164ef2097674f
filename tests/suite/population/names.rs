//! Where the people of the generated population get their names from.

/// Names that go together.
pub struct Culture {
    /// Given names, the common ones first.
    pub given: &'static str,
    /// The first parts of family names, the common ones first.
    pub stems: &'static str,
    /// What family names end in; `-` for nothing.
    pub endings: &'static str,
    /// Words that may stand before a family name; empty for none.
    pub particles: &'static str,
    /// Whether family names may be two.
    pub double: bool,
    /// How often there is a middle name, in hundredths.
    pub middle: u64,
}

/// The cultures, those with more people first.
pub const CULTURES: [Culture; 9] = [
    Culture {
        given: "John Mary Robert Patricia James Jennifer Michael Linda William Elizabeth David Barbara Richard Susan Thomas Jessica Christopher Sarah Daniel Karen Matthew Nancy Anthony Margaret Mark Sandra Donald Ashley Steven Kimberly Andrew Emily Paul Donna Joshua Michelle Kenneth Carol Kevin Amanda Brian Melissa Edward Deborah Ronald Stephanie Timothy Rebecca Jason Laura Jeffrey Helen Ryan Cynthia Gary Kathleen Nicholas Amy Eric Angela Stephen Shirley Jonathan Brenda Larry Pamela Justin Nicole Samuel Christine Gregory Janet Benjamin Catherine Patrick Rachel",
        stems: "Smith John William Brown Davi Mill Wil Tayl Ander Thom Jack Hard Mar Whit Ash Black Brad Burn Carl Clif Cran Crow Dal Dun Ed Fair Farn Gar Gil Glen Hal Hart Haw Hol Hunt Kirk Lang Lock Mans Marsh Mel Mor New Nor Oak Pem Rad Red Rich Ros Ruther Shel Stan Sten Stock Sut Thorn Tin Wake Walsh Wes Wood Wynd",
        endings: "- son ton ley field man wood ford ham well worth by den s",
        particles: "",
        double: false,
        middle: 35,
    },
    Culture {
        given: "María José Juan Ana Carlos Carmen Luis Lucía Jorge Paula Pedro Elena Miguel Isabel Antonio Rosa Francisco Marta Manuel Teresa Javier Patricia Rafael Sofía Diego Beatriz Alejandro Gabriela Fernando Daniela Andrés Valentina Sergio Mariana Ricardo Adriana Eduardo Claudia Pablo Verónica Raúl Silvia Gustavo Natalia Alberto Inés Ramón Lorena Ignacio Pilar Esteban Concepción Guillermo Montserrat",
        stems: "García Rodríguez Martínez Hernández López González Pérez Sánchez Ramírez Torres Flores Rivera Gómez Díaz Reyes Morales Ortiz Gutiérrez Chávez Ramos Ruiz Álvarez Mendoza Castillo Jiménez Vásquez Romero Moreno Medina Aguilar Vargas Guzmán Méndez Salazar Soto Delgado Peña Ríos Alvarado Sandoval Contreras Valdez Guerrero Ortega Estrada Núñez Figueroa Espinoza Cabrera Quiroga Zambrano Ibáñez Urquiza Echeverría Larrañaga Bustamante Villalobos Covarrubias Samaniego Zubizarreta Acosta Barrios Calderón Domínguez Escobar Fuentes Gallegos Herrera Iglesias Juárez Lozano Maldonado Navarro Ojeda Palacios Quintero Robles Serrano Trujillo Uribe Velasco Yáñez Zamora Arroyo Benítez Cárdenas Duarte Esquivel Franco Granados Huerta Ibarra Jaramillo Leal Montes Nieto Olvera Pacheco Rosales Solís Tapia Ugarte Villegas Zepeda",
        endings: "-",
        particles: "de|de la|del",
        double: true,
        middle: 45,
    },
    Culture {
        given: "Mohammed Fatima Ahmed Aisha Ali Maryam Omar Zainab Hassan Khadija Hussein Leila Yusuf Nour Ibrahim Amina Khaled Salma Mustafa Hanan Abdullah Rania Tariq Samira Karim Layla Samir Yasmin Nabil Huda Rashid Dalia Faisal Mona Walid Noura Hamza Iman Bilal Rasha Jamal Sana Ziad Farah Anwar Ghada Sami Lina Hisham Dina Munir Wafa",
        stems: "Sharif Mansour Haddad Khalil Nasser Saleh Farouk Hamdan Aziz Rahman Qasim Taleb Shaheen Najjar Khoury Darwish Jaber Suleiman Bakri Zaki Fawzi Ghanem Hijazi Kamal Lutfi Masri Naggar Othman Rifai Sabbagh Tantawi Wahbi Yassin Zahran Amari Barakat Dabbagh Ezz Fahmy Gaddafi Habibi Idris Jundi Kanaan Labib Mahfouz Naim Odeh Qabbani Rashwan Shukri Tawfiq Abboud Bishara Chehab Dagher Eid Fakhoury Ghosn Hakim Issa Jabbour Karam Lahoud Maalouf Nassar Obeid Rizk Salem Tabet Younes Zogby Benali Bouzid Cherif Djebbar Fellah Guessoum Hamidi Kaddour Laroussi Mebarki Ouali Rahmani Slimani Tounsi Ziani Ashour Badawi Dajani Elmasry Fadel Gamal Hegazy Ismat Kassem Mahmoud",
        endings: "- - - - - i",
        particles: "al|el",
        double: false,
        middle: 15,
    },
    Culture {
        given: "Wei Li Jing Min Xiaoming Yan Hui Jun Ming Xin Yu Lei Na Fang Qiang Tao Ying Ping Hong Mei Jian Bin Hua Ling Chen Hao Rui Zhen Shu Wai-Min Ka-Lok Siu-Ling Wing-Yan Chi-Keung Yuk-Ying Kwok-Wah Mei-Ling Tsz-Ching Ho-Yin Pui-Shan Jianguo Xiaohong Yuting Haoran Meiling Zhiwei Guoqiang Lihua Shufen Weimin Xiuying Yulan Jiahui Junjie Minghao Ruolan Siyuan Tianyu Wenjing Xinyi Yifan Zihan Baoqiang Chunhua Dongmei Fengyi Guiying Hailong Jiaqi Kaiwen Longwei Mengyao Ningning Peiling Qingfeng Renjie Shaohua Tingting Wanqing Xuemei Yonggang Zhaohui",
        stems: "Wang Li Zhang Liu Chen Yang Huang Zhao Wu Zhou Xu Sun Ma Zhu Hu Guo He Lin Gao Luo Zheng Liang Xie Song Tang Han Feng Deng Cao Peng Zeng Xiao Tian Dong Pan Yuan Cai Jiang Yu Du Ye Cheng Wei Su Lu Ding Ren Lau Cheung Kwok Leung Tsang Fung Jin Wan Bai Qin Shi Shao Xiong Meng Yin Hou Qiu Jia Gong Zou Tao Fu Fang Kang Hao Lai Yeung Ho Ng Tse Poon Mak Siu Chiu Yip Szeto Ouyang Tam Lui",
        endings: "-",
        particles: "",
        double: false,
        middle: 0,
    },
    Culture {
        given: "Hans Anna Peter Maria Klaus Ursula Wolfgang Ingrid Jürgen Sabine Stefan Petra Andreas Monika Michael Christine Matthias Claudia Martin Susanne Sebastian Katharina Johannes Elisabeth Friedrich Charlotte Lars Birgit Sven Heike Maximilian Franziska Tobias Annette Jan Saskia Pieter Marieke Willem Annelies Hendrik Liesbeth Björn Astrid Søren Kirsten Åke Gudrun",
        stems: "Müll Schmid Bauer Hoff Berg Stein Lind Eich Feld Gross Hart Kauf Kell König Kraus Lang Neu Ober Rosen Sand Schön Schwarz Stahl Vogel Wald Weber Winkel Ziegen Acker Bach Birk Brand Dahl Eng Fried Gold Grün Hage Hirsch Holz Jung Kirch Klein Löwen Mohr Nord Pfeif Reich Roth Sommer Strand Tann Wein",
        endings: "er mann berg hoff stein sen ström haus meyer gaard - feld",
        particles: "von|van der|van|van den",
        double: false,
        middle: 15,
    },
    Culture {
        given: "Сергей Юлия Александр Наталия Дмитрий Елена Андрей Ольга Владимир Светлана Михаил Татьяна Николай Екатерина Евгений Ирина Алексей Анастасия Павел Людмила Юрий Оксана Виктор Надежда Григорий Вера Степан Галина Фёдор Тамара",
        stems: "Иван Петр Смирн Кузнец Попов Волк Сокол Лебед Козл Новик Мороз Орл Андре Макар Зайц Степан Яковл Бел Тарас Гриша Ковал Шевч Бондар Ткач Крав Олейн Лысен Мельн Рудн Хомен Чайк Щерб Жук Журавл",
        endings: "ов ев енко ский ин ук",
        particles: "",
        double: false,
        middle: 0,
    },
    Culture {
        given: "Oluwaseun Chidi Amina Kwame Ngozi Abena Tunde Aisha Kofi Adaeze Emeka Fatoumata Ibrahim Mariam Sekou Aminata Moussa Awa Mamadou Khadija Samuel Grace Emmanuel Esther Joseph Blessing Daniel Mercy Moses Joyce Isaac Agnes Peter Florence Paul Ruth Juma Wanjiru Kamau Akinyi Otieno Thandiwe Sipho Nomvula Tendai Rudo",
        stems: "Okafor Adeyemi Mensah Diallo Traoré Ouédraogo Kamara Sesay Nwosu Eze Balogun Abiola Owusu Asante Boateng Osei Ndiaye Diop Sow Touré Keita Coulibaly Mwangi Njoroge Ochieng Wambui Kariuki Achieng Nkosi Dlamini Zulu Ndlovu Moyo Chirwa Banda Phiri Mutasa Chikwanha Tshabalala Makgoba Abubakar Yakubu Ogunleye Oyelaran Onwuachi Chukwuma Nkrumah Agyeman Adjei Appiah Bediako Darko Frimpong Gyasi Kyei Nyarko Opoku Sarpong Tetteh Yeboah Adebayo Bankole Chidubem Dike Ekwueme Falade Igwe Jegede Kalu Madueke Nnamdi Obi Salami Udo Wabara Barasa Chebet Kiprop Langat Mutua Nyambura Omondi Rotich Wekesa Gumede Hlongwane Khumalo Mabaso Ngcobo Radebe Sithole Vilakazi Cissé Fofana Konaté Sangaré Sidibé Kouyaté",
        endings: "-",
        particles: "",
        double: false,
        middle: 25,
    },
    Culture {
        given: "Priya Rahul Anjali Amit Sunita Rajesh Lakshmi Vijay Deepa Sanjay Kavita Arun Meena Suresh Asha Ramesh Pooja Anil Rekha Vikram Nisha Manoj Geeta Rohan Divya Ashok Shalini Nikhil Swati Harish Amrita Gopal Radha Krishna Usha Naveen Padma Siddharth Ritu Tarun",
        stems: "Sharma Patel Singh Kumar Gupta Reddy Iyer Nair Menon Rao Desai Mehta Joshi Verma Mishra Chatterjee Banerjee Mukherjee Das Bose Ghosh Sengupta Choudhury Agarwal Bhatt Kulkarni Deshpande Naidu Pillai Subramanian Venkataraman Krishnamurthy Rajagopalan Srinivasan Malhotra Kapoor Khanna Bhattacharya Thakur Saxena Acharya Bajaj Chauhan Dutta Fernandes Garg Hegde Jain Kaur Lal Mathur Narayan Oberoi Pandey Qureshi Rathore Sahni Tripathi Upadhyay Vyas Wadhwa Yadav Zaveri Bhandari Chandra Dewan Ganguly Hora Jha Kamath Luthra Mistry Nambiar Pandit Ranganathan Sastry Tandon Varghese Shetty Gowda Chari Dixit Goswami Kohli Lamba Modi Parekh Sethi Talwar",
        endings: "-",
        particles: "",
        double: false,
        middle: 20,
    },
    Culture {
        given: "Giuseppe Giulia Marco Francesca Luca Chiara Paolo Elena Giovanni Concettina Alessandro Silvia Andrea Valentina Stefano Lucia Jean Marie Pierre Sophie Philippe Isabelle François Catherine Michel Nathalie João Catarina Paulo Beatriz Luís Mariana Tiago Inês Rui Joana Bruno Fernanda Márcio Luciana Tereza Jiří Katarzyna Łukasz Zbigniew Agnieszka Tomasz Małgorzata",
        stems: "Rossi Ferrari Bianchi Romano Colombo Ricci Marino Greco Conti Lombardi Esposito Santoro Fontana Moretti Barbieri Dupont Lefèvre Moreau Girard Bonnet Fontaine Chevalier Lambert Rousseau Mercier Silva Santos Ferreira Pereira Oliveira Costa Carvalho Almeida Ribeiro Teixeira Novák Dvořák Svoboda Procházka Černý Kowalski Wiśniewski Wójcik Kamiński Zieliński Szymański Woźniak Mazurkiewicz Grabowski Pawłowicz Gallo Rizzo Bruno De-Luca Mancini Caruso Ferrara Galli Martini Leone Longo Gentile Martinelli Vitale Pellegrini Palumbo Sanna Farina Rinaldi Amato Silvestri Testa Grassi Monti Cattaneo Orlando Durand Leroy Petit Garnier Faure Blanc Guérin Boyer Perrin Morel Gauthier Roussel Masson Lemaire Renaud Picard Barbier Arnaud Brunet Fernandes Gonçalves Marques Mendes Nunes Vieira Moreira Cardoso Rocha Neves Coelho Cunha Pires Antunes Machado Nováková Kučera Veselý Horák Pokorný Marek Pospíšil Hájek Jelínek Růžička Lewandowski Dąbrowski Jankowski Wojciechowski Krawczyk Piotrowski Michalski Nowicki Adamczyk Dudek",
        endings: "-",
        particles: "dos|da|de|di|du|della",
        double: true,
        middle: 30,
    },
];

/// Names people go by; about a third of them stand in no list the product brings along.
pub const GOES_BY: &str = "Robert=Bob William=Bill Elizabeth=Liz Michael=Mike Richard=Rick James=Jim Margaret=Maggie Catherine=Kate Christopher=Chris Daniel=Dan Edward=Ted Patricia=Pat Jennifer=Jen Anthony=Tony Thomas=Tom Andrew=Andy Benjamin=Ben Deborah=Debbie Rebecca=Becky Susan=Sue Samuel=Sam Gregory=Greg Nicholas=Nick Timothy=Tim Kenneth=Ken Jeffrey=Jeff Stephen=Steve Steven=Steve Matthew=Matt Ronald=Ron Kimberly=Kim Joshua=Josh Kathleen=Kathy José=Pepe Francisco=Paco Concepción=Concha Guillermo=Memo Montserrat=Montse Ignacio=Nacho Manuel=Manolo Carlos=Charles Jorge=George Juan=John Miguel=Michael Alejandro=Alex Eduardo=Edu Patricia=Paty Fernando=Nando Gabriela=Gaby Mohammed=Mo Khadija=Khadi Ibrahim=Abraham Yusuf=Joseph Maximilian=Max Katharina=Kati Sebastian=Basti Johannes=Hannes Wolfgang=Wolf Elisabeth=Lisa Matthias=Matze Hendrik=Henk Willem=Wim Liesbeth=Lies Oluwaseun=Seun Adaeze=Ada Emmanuel=Emma Fatoumata=Fatou Samuel=Sammy Siddharth=Sid Krishna=Kris Lakshmi=Lucky Giuseppe=Beppe Concettina=Titti Alessandro=Sandro Giovanni=Gianni Francesca=Franca Katarzyna=Kasia Agnieszka=Aga Tomasz=Tomek Małgorzata=Gosia Zbigniew=Zbyszek Catarina=Cati Fernanda=Nanda Luciana=Lu Tiago=James Wei=Wayne Jing=Jane Xiaoming=Simon";
