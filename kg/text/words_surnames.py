"""Surnames that stand before a given name with a hyphen, as news from Korea, Taiwan and Hong Kong writes them."""

from __future__ import annotations

SURNAMES = tuple(
    """
    Ahn Au Au-yeung Bae Baek Bahk Ban Bang Byeon Byun Cha Chae Chai Chan Chang Chao Chau Chen Cheng Cheon Cheong
    Cheung Chia Chiang Chien Chin Chiu Cho Choe Choi Chon Chong Choo Chou Chow Chu Chua Chui Chun Chung Eom Eum Fan
    Fang Feng Fok Fong Fu Fung Gam Geum Gil Goh Gong Gu Gwak Ha Hahm Ham Han Hau Heo Ho Hong Hsiao Hsieh Hsu Hu Huang
    Huh Hui Hung Hur Hwang Hyeon Hyun Im Ip Jang Jeon Jeong Ji Jiang Jin Jo Joo Ju Jun Jung Kan Kang Kao Ke Keum Ki
    Kil Kim Ko Koh Kong Koo Ku Kuan Kung Kuo Kwak Kwan Kwok Kwon Kwong Lai Lam Lau Law Lee Lei Leung Li Liang Liao
    Lien Lim Lin Ling Liu Lo Lok Loke Lu Lui Luk Ma Maeng Mak Min Mok Moon Na Nah Nam Namgung Ng Ngai Noh Oh Ok Ong
    Pae Paek Pan Pang Park Peng Poon Pyo Rhee Rho Ri Rim Roh Ryoo Ryu Seo Seok Seol Seon Seong Seonwoo Shek Shen Shih
    Shim Shin Shum Sim Sin Siu Sohn Son Song Suh Suk Sun Sung Sze Szeto Tae Tai Tak Tam Tan Tang Tay Teng Teoh Ting
    Tong Tsai Tsang Tse Tseng Tsoi Tsui Tu Tung Uhm Um Wan Wang Wei Wen Wong Woo Wu Yam Yang Yao Yau Yeh Yen Yeo Yeom
    Yeon Yeung Yi Yim Yip Yiu Yoo Yoon Youn Yu Yuen Yun Yung Zhang Zhao Zheng Zhou
    """.split()
)
# After a hyphen these are English: "Park City-based", "Song-like", "Kim Jong-led".
NO_SYLLABLES = tuple("age aid air arm day gun hop like long man map men mom pan run tie top war way win won".split())
