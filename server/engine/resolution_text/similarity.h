#pragma once
// How alike two clauses are, by the words they share.

#include <string_view>
#include <unordered_map>

namespace wallchart::resolution_text {

/// The words of a text, counted.
class WordBag {
public:
    /// `text` must outlive the bag.
    explicit WordBag(std::string_view text);

    /// Sørensen-Dice: twice the words in common over the words of both; 0 to 1.
    friend double similarity(const WordBag& a, const WordBag& b);

private:
    std::unordered_map<std::string_view, int> m_counts;
    int m_total = 0;
};

double similarity(const WordBag& a, const WordBag& b);

}  // namespace wallchart::resolution_text
