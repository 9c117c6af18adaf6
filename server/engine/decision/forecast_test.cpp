#include "engine/decision/forecast.h"

#include <gtest/gtest.h>

namespace wallchart::decision {
namespace {

DecisionStep step_with(DecisionThreshold threshold, StepKind kind = StepKind::membership_meeting) {
    DecisionStep step;
    step.kind = kind;
    step.thresholds = {threshold};
    return step;
}
const DecisionThreshold two_thirds{ThresholdKind::at_least, 2, 3, ThresholdBase::votes_cast, {}};
const DecisionThreshold majority{};

TEST(Forecast, IsWilsonsIntervalOfThoseWhoTakeASide) {
    // 81 of 263: the example of Newcombe (1998), method 3: 0.2553 to 0.3662.
    auto found = forecast(step_with(majority), {}, {81, 500, 182});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->asked, 263);
    EXPECT_NEAR(found->share, 0.3080, 0.0001);
    EXPECT_NEAR(found->low, 0.2553, 0.0001);
    EXPECT_NEAR(found->high, 0.3662, 0.0001);
    EXPECT_EQ(found->expectation, Expectation::unlikely);
}

TEST(Forecast, SaysHowManyMoreMakeItLikely) {
    auto found = forecast(step_with(two_thirds), {}, {71, 0, 29});
    ASSERT_TRUE(found);
    EXPECT_EQ(found->expectation, Expectation::open);
    ASSERT_GT(found->more, 0);
    auto with = [](std::int64_t more) { return forecast(step_with(two_thirds), {}, {71 + more, 0, 29}); };
    EXPECT_EQ(with(found->more)->expectation, Expectation::likely);
    EXPECT_EQ(with(found->more)->more, 0);
    EXPECT_EQ(with(found->more - 1)->expectation, Expectation::open);
}

TEST(Forecast, CountsTheUndecidedWhereAbstainingCounts) {
    auto step = step_with(majority);
    EXPECT_EQ(forecast(step, {}, {60, 40, 0})->asked, 60);
    step.abstentions_count = true;
    EXPECT_EQ(forecast(step, {}, {60, 40, 0})->asked, 100);
    EXPECT_EQ(
        forecast(step_with({ThresholdKind::majority, 1, 2, ThresholdBase::present, {}}), {}, {60, 40, 0})
            ->asked,
        100);
}

TEST(Forecast, SaysNothingOfAFewOrOfWhatTheMembersDoNotDecide) {
    EXPECT_EQ(forecast(step_with(majority), {}, {9, 30, 0})->expectation, Expectation::too_few);
    EXPECT_EQ(forecast(step_with(majority), {}, {})->expectation, Expectation::too_few);
    EXPECT_FALSE(forecast(step_with(majority, StepKind::executive_board), {}, {90, 0, 10}));
    EXPECT_FALSE(forecast(step_with({ThresholdKind::plurality, 0, 1, ThresholdBase::votes_cast, {}}), {},
                          {90, 0, 10}));
    EXPECT_FALSE(
        forecast(step_with({ThresholdKind::majority, 1, 2, ThresholdBase::eligible, {}}), {}, {90, 0, 10}));
    // Unanimity is no matter of expectation.
    EXPECT_FALSE(
        forecast(step_with({ThresholdKind::at_least, 1, 1, ThresholdBase::votes_cast, {}}), {}, {90, 0, 10}));
    EXPECT_TRUE(forecast(step_with(majority, StepKind::member_ballot), {}, {90, 0, 10}));
}

}  // namespace
}  // namespace wallchart::decision
