// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/plots/curves/axis_range.h"
#include "ui/plots/curves/step_scale.h"

#include <QHash>
#include <QObject>

#include <cstdint>
#include <optional>

namespace nabla::ui {

/// The x axis that the scopes share: its unit, what part of the run is in view, where the crosshair
/// stands, and the room left and right of the plots, so that the same x is the same place in all of
/// them. While it follows, the view goes from the start of the run to now. GUI thread.
class ScopeAxis final : public QObject
{
    Q_OBJECT

public:
    explicit ScopeAxis(QObject *parent = nullptr);
    /// The one that belongs to `owner` (the session), made on first use: panels that know the same
    /// session share it without knowing each other.
    [[nodiscard]] static ScopeAxis &sharedBy(QObject &owner);

    [[nodiscard]] XUnit unit() const { return m_unit; }
    void setUnit(XUnit unit);
    [[nodiscard]] bool isFollowing() const { return m_isFollowing; }
    [[nodiscard]] AxisRange range() const { return m_range; }

    /// Every frame: the run has reached `end`; at least `opening` is shown. A new run is followed.
    void showRun(std::uint64_t runId, double end, double opening);
    void follow();
    /// Factor below 1 zooms in; `centre` stays where it is.
    void zoom(double factor, double centre);
    void pan(double distance);

    [[nodiscard]] std::optional<double> crosshair() const { return m_crosshair; }
    void setCrosshair(std::optional<double> x);

    struct Margins
    {
        int left = 0;
        int right = 0;
        bool operator==(const Margins &) const = default;
    };
    /// The widest that any of the scopes asked for.
    [[nodiscard]] Margins margins() const;
    void reserve(const QObject *scope, Margins margins);
    void release(const QObject *scope);

signals:
    /// Range, unit or margins.
    void changed();
    void crosshairMoved();

private:
    [[nodiscard]] double fullUpper() const;
    void setView(AxisRange range, bool isFollowing);

    XUnit m_unit = XUnit::Epochs;
    bool m_isFollowing = true;
    AxisRange m_range;
    std::uint64_t m_runId = 0;
    double m_end = 0.0;
    double m_opening = 1.0;
    std::optional<double> m_crosshair;
    QHash<const QObject *, Margins> m_reserved;
};

} // namespace nabla::ui
